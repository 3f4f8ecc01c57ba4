import http from 'node:http'

export const isTaken = url =>
  new Promise((resolve, reject) => {
    const request = http.get(url, response => {
      let text = ''
      response.on('data', chunk => {
        text += chunk
      })
      response.on('end', () => resolve(JSON.parse(text).message === 'This copy is already on loan'))
    })
    request.on('error', reject)
  })
