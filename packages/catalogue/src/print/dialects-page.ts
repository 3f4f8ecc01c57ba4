import type { Condition, Dialect } from '../dialects/dialect.ts'
import { type ClientRead, clientReads, type Fact } from '../dialects/client-reads.ts'

/** The reference page of dialects in Markdown: how each is recognised, and where a client finds its facts. */
export function printDialects(dialects: readonly Dialect[]): string {
  return `${[HEAD, ...dialects.map(printDialect)].join('\n\n')}\n`
}

const HEAD = `# Dialects

<!-- Made from the dialects themselves; a test compares. -->

A dialect is a v1 body shape: how a server writes an error, and how a client reads it. They are tried in this order,
after the ones that a catalogue declares; the first that knows the body reads it. A body that none of them knows is read
by the words of its members, under the name \`generic\`.

Paths start at the body: \`[]\` is any item of a list, \`{}\` any member of a map.`

function printDialect(dialect: Dialect): string {
  return [`## ${dialect.name}`, dialect.about, printSignatures(dialect), printReads(dialect)]
    .filter(part => part !== '')
    .join('\n\n')
}

function printSignatures({ kinds, signatures }: Dialect): string {
  const known = signatures.map(conditions => conditions.map(printCondition).join('; ')).filter(line => line !== '')
  if (known.length === 0) return `Known by: any body that is ${kinds.join(' or ')}.`
  const lines = known.map(line => `- ${line}`)
  return [known.length === 1 ? 'Known by:' : 'Known by one of:', '', ...lines].join('\n')
}

function printCondition({ at, is, oneOf, matches, order }: Condition): string {
  const place = at === '' ? 'the body' : `\`${at}\``
  const words = [
    order === undefined ? null : `has ${order.map(name => `\`${name}\``).join(', ')} in this order`,
    is === undefined ? null : `is ${(typeof is === 'string' ? [is] : is).join(' or ')}`,
    oneOf === undefined ? null : `is ${oneOf.map(one => `\`${JSON.stringify(one)}\``).join(' or ')}`,
    matches === undefined ? null : `matches \`${matches.source.replaceAll('|', '\\|')}\``,
  ]
  return `${place} ${words.filter(word => word !== null).join(', ')}`
}

const NAMES: Readonly<Record<Fact, string>> = {
  message: 'message',
  code: 'code',
  category: 'category',
  status: 'status',
  trace: 'trace id',
  docs: 'docs',
  hint: 'hint',
  retry: 'retry time',
  'field.path': "a field's path",
  'field.message': "a field's message",
  'field.code': "a field's code",
  'field.scope': "a field's scope",
}

function printReads(dialect: Dialect): string {
  const byFact = new Map<Fact, string[]>()
  for (const { fact, path } of clientReads(dialect)) byFact.set(fact, [...(byFact.get(fact) ?? []), printPath(path)])
  if (byFact.size === 0) return ''
  const rows = [...byFact].map(
    ([fact, paths]) =>
      `| ${NAMES[fact]} | ${paths.map(path => (path === '' ? 'the body itself' : `\`${path}\``)).join(', ')} |`,
  )
  return ['| fact | where a client reads it |', '|---|---|', ...rows].join('\n')
}

function printPath(path: ClientRead['path']): string {
  return path.reduce(
    (text, step) => (step === '[]' || step === '{}' ? `${text}${step}` : text === '' ? step : `${text}.${step}`),
    '',
  )
}
