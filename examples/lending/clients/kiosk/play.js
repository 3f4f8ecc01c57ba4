// `node clients/kiosk/play.js` starts the server, borrows some copies, and prints what a reader at the kiosk sees.
import { createServer } from '../../server/main.js'
import { borrow } from './src/borrow.js'

const app = await createServer()
globalThis.LIBRARY = await app.listen()
for (const [copy, member] of [
  [5, 7],
  [4, 7],
  [5, 8],
]) {
  console.log(copy, member, await borrow(copy, member))
}
await app.close()
