import type { Asserted, AssertedEdit, ExpectedMember } from '../forms/form.ts'
import { ts } from '../source/compiler.ts'
import type { AssertedPlace } from './asserted-place.ts'
import { quoteOf } from './print-test.ts'
import type { Splice } from './splice.ts'

type Found = AssertedPlace & { outcome: 'found' }

interface Words {
  readonly read: string
  readonly code: string
  readonly codes: string
  readonly path: string
}

/** The assertion as it asks for codes; `null` where its shape cannot say it. */
export function writeCodes(
  file: string,
  node: ts.Node,
  asserted: Asserted,
  place: Found,
  codes: readonly string[],
): readonly Splice[] | null {
  const quote = quoteOf(node)
  const quoted = codes.map(code => `${quote}${code}${quote}`)
  const [code, more] = quoted
  const edits = more === undefined ? asserted.one : asserted.several
  if (code === undefined || edits === null) return null
  const words = {
    read: place.read ?? '',
    code,
    codes: quoted.join(', '),
    path: pathTo(place.member, asserted, place, quote),
  }
  return [...fill(file, edits, words), ...property(file, asserted, place, place.member, code)]
}

/** The assertion as it asks for the same text in `detail`. */
export function writeDetail(file: string, asserted: Asserted, place: Found): readonly Splice[] | null {
  const { members, one, expected } = asserted
  // An error of the client's own has no member `detail`.
  if (one === null || place.groups.length > 0) return null
  const text = expected.getText()
  if (members.length > 0) {
    const words = { read: '', code: text, codes: '', path: pathTo('detail', asserted, place, quoteOf(expected)) }
    return [...fill(file, one, words), ...property(file, asserted, place, 'detail', text)]
  }
  if (place.detail === null) return null
  return fill(
    file,
    one.filter(edit => edit.text === '$read'),
    { read: place.detail, code: '', codes: '', path: '' },
  )
}

function pathTo(member: string, { members }: Asserted, { depth }: Found, quote: string): string {
  const names = members.slice(0, depth).map(one => one.name)
  return `${quote}${[...names, member].join('.')}${quote}`
}

function fill(file: string, edits: readonly AssertedEdit[], words: Words): readonly Splice[] {
  return edits.map(({ start, end, text }) => ({
    file,
    start,
    end,
    text: text.replace(/\$(read|codes|code|path)/g, (_, word: keyof Words) => words[word]),
  }))
}

// { message: '…' } → { code: '…' }
function property(
  file: string,
  { members }: Asserted,
  { depth }: Found,
  member: string,
  value: string,
): readonly Splice[] {
  const node = members[depth]?.node
  if (node === undefined || node === null) return []
  return [{ file, start: node.getStart(), end: node.end, text: `${nameLike(members[depth], member)}: ${value}` }]
}

function nameLike(member: ExpectedMember | undefined, name: string): string {
  const written = member?.node?.name
  if (written === undefined || !ts.isStringLiteral(written)) return name
  const quote = written.getText()[0] ?? "'"
  return `${quote}${name}${quote}`
}
