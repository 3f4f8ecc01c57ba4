// `node server/report.js` asks for each of its errors and prints what the adapter saw.
import { createServer } from './main.js'

const app = await createServer()
await app.inject('/loans/99')
await app.inject({ method: 'POST', url: '/loans/17/renewals' })
await app.inject({ method: 'POST', url: '/loans', payload: { copy: 4, member: 7 } })
await app.inject({ method: 'POST', url: '/loans', payload: { copy: 5, member: 8 } })
console.log(app.problemshift.report().stub || 'nothing is unknown')
await app.close()
