import type { LegacyBody, LegacyError, Problem } from '@problemshift/catalogue'

/** The problem with the v1 members that it does not have itself; `null` when v1's body is no JSON object. */
export function bridgeBody(problem: Problem, body: LegacyBody, error: LegacyError, redacted: boolean): Problem | null {
  const { json } = body
  if (body.kind !== 'json' || typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const members = Object.entries(json).filter(
    ([name, value]) => name !== '__proto__' && !Object.hasOwn(problem, name) && !tellsTooMuch(value, error, redacted),
  )
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
