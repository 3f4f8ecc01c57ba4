export function isTaken(url) {
  const heard = []
  return new Promise(done => {
    $.ajax({
      url,
      statusCode: {
        409(request) {
          heard.push(request.responseJSON.message === 'This copy is already on loan')
        },
      },
      error(request) {
        heard.push(JSON.parse(request.responseText).message === 'This copy is already on loan')
      },
      complete(request) {
        heard.push(request.responseJSON?.message === 'This copy is already on loan')
      },
    }).fail(request => {
      heard.push(request.responseJSON.message === 'This copy is already on loan')
      setTimeout(() => done(heard.length === 4 && heard.every(Boolean)))
    })
  })
}
