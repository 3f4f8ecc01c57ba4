import type { LeakKind, LegacyBody, LegacyError, Problem } from '@problemshift/catalogue'

// A body with any of these is an error object of a program, written out whole: its other members tell as much.
const OF_A_PROGRAM: ReadonlySet<LeakKind> = new Set(['stack', 'sql', 'path', 'class', 'host', 'internal'])
const OF_AN_ANSWER = new Set(['status', 'statusCode', 'success', 'ok', 'code', 'error', 'message', 'msg', 'errors'])

/** The problem with the v1 members that it does not have itself; `null` when v1's body is no JSON object. */
export function bridgeBody(problem: Problem, body: LegacyBody, error: LegacyError, redacted: boolean): Problem | null {
  const { json } = body
  if (body.kind !== 'json' || typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const isDump = error.leaks.some(({ kind }) => OF_A_PROGRAM.has(kind))
  const members = Object.entries(json).filter(([name, value]) => {
    if (name === '__proto__' || Object.hasOwn(problem, name)) return false
    return (!isDump || OF_AN_ANSWER.has(name)) && !tellsTooMuch(value, error, redacted)
  })
  return { ...problem, ...Object.fromEntries(members) }
}

// Keeping v1 for old clients is no licence to send what must not leave.
function tellsTooMuch(value: unknown, { wording, leaks }: LegacyError, redacted: boolean): boolean {
  const secrets = leaks.filter(({ kind, text }) => kind !== 'input' && text.length > 2).map(({ text }) => text)
  if (redacted && wording !== null) secrets.push(wording)
  if (secrets.length === 0) return false
  const text = JSON.stringify(value) ?? ''
  return secrets.some(secret => text.includes(JSON.stringify(secret).slice(1, -1)))
}
