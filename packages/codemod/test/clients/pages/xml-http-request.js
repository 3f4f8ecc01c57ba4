export function isTaken(url) {
  return new Promise(done => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.onload = function () {
      const seen = JSON.parse(this.responseText).message === 'This copy is already on loan'
      const again = new XMLHttpRequest()
      again.responseType = 'json'
      again.addEventListener('load', event => {
        done(seen && event.target.response.message === 'This copy is already on loan')
      })
      again.open('GET', url)
      again.send()
    }
    request.send()
  })
}
