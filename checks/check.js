// `pnpm check`: the one gate. Runs every guard, also after one has failed, and says at the end which spoke.
import { spawnSync } from 'node:child_process'
import { guards } from './guards.js'

const EXPECTED = 7

const asked = process.argv.slice(2)
const chosen = asked.length === 0 ? guards : guards.filter(guard => asked.includes(guard.name))
if (chosen.length < asked.length) {
  console.error(`Unknown guard. There are: ${guards.map(guard => guard.name).join(', ')}.`)
  process.exit(2)
}

const spoke = []
for (const { name, why, command } of chosen) {
  console.log(`\n▶ ${name}: ${why}`)
  const [program = '', ...words] = command
  const started = performance.now()
  const { status, error } = spawnSync(program, words, { stdio: 'inherit', env: withLocalPrograms() })
  if (error) console.error(error.message)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status !== 0) spoke.push(name)
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds} s)`)
}

console.log(`\n${chosen.length} guards ran, ${spoke.length} spoke${spoke.length ? `: ${spoke.join(', ')}` : ''}.`)
// A guard that is lost from the list is as silent as one that is content: the number is expected.
if (asked.length === 0 && chosen.length !== EXPECTED) {
  console.error(`${EXPECTED} guards were expected. Change EXPECTED in checks/check.js when you add or remove one.`)
  process.exit(1)
}
process.exit(spoke.length === 0 ? 0 : 1)

function withLocalPrograms() {
  return { ...process.env, PATH: `${new URL('../node_modules/.bin', import.meta.url).pathname}:${process.env.PATH}` }
}
