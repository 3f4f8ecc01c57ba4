// `npx jiti clients/desk/play.ts` starts the server, works at the desk, and prints what a librarian sees.
import { createServer } from '../../server/main.js'
import { api } from './src/api.ts'
import { renew, titleOf } from './src/loans.ts'

const app = await createServer()
api.defaults.baseURL = await app.listen()
console.log(await titleOf(17), '|', await titleOf(99))
console.log(await renew(18), '|', await renew(17))
await app.close()
