import type { Catalogue } from '@problemshift/catalogue'
import { readNames } from './v2-place.ts'

/** Names that may stand for a body, or for what holds one. */
export const HOLDS =
  /re(?:s|sp|sponse|sult|ply|ason)?$|res|data|body|json|err|ex|fail|fault|problem|payload|cause|answer|^e$|^x$|info|detail|content/i

/** A throw or a rejection with what looks like the body of an answer. */
export const BARE =
  /\b(?:reject\w*|throw)\b\s*\(?\s*(?:await\s+)?(?:[\w$]+[.?!]+)*(?:data|body|json\(\)|payload|responseJSON|result|info|details|\berror(?=\s*\)))\s*[;)\r\n]/

/**
 * The files in which a member of that name is read at all, by their texts: the rule has nothing to do in the others.
 * `error.message` of what was caught counts only where some file throws bodies.
 */
export function filesToRead(
  { catalogue }: { readonly catalogue: Catalogue },
  files: readonly string[],
  textOf: TextOf,
): readonly string[] {
  const ask = asking([...readNames(catalogue)].filter(name => /^[\w$]+$/.test(name)))
  const looked = files.map(file => ({ file, asks: ask(textOf(file)) }))
  const ofCaught = looked.some(({ asks }) => asks === 'of-caught') && files.some(file => BARE.test(textOf(file)))
  return looked.filter(({ asks }) => asks === 'surely' || (asks === 'of-caught' && ofCaught)).map(({ file }) => file)
}

type TextOf = (file: string) => string
type Asks = 'surely' | 'of-caught' | 'never'

function asking(names: readonly string[]): (text: string) => Asks {
  const any = names.join('|')
  const member = new RegExp(`\\.\\s*(?:${any})\\b(?!\\s*\\()`, 'g')
  const named = new RegExp(`\\[\\s*['"\`](?:${any})['"\`]\\s*\\]|[{,]\\s*['"]?(?:${any})\\b['"]?\\s*[:,=}]`)
  return text => {
    if (named.test(text)) return 'surely'
    let asks: Asks = 'never'
    for (const { index } of text.matchAll(member)) {
      const owner = ownerBefore(text, index)
      if (!mayBeBody(text, owner)) continue
      if (!isOnlyCaught(text, owner.replace(/[?!]+$/, ''))) return 'surely'
      asks = 'of-caught'
    }
    return asks
  }
}

// What stands before the dot, as far as it is names; with a bracket in front when it goes on.
function ownerBefore(text: string, dot: number): string {
  let start = dot
  while (/[\w$.?!\s]/.test(text[start - 1] ?? '') && (start === dot || !/\s/.test(text[start - 1] ?? ''))) start -= 1
  const before = text[start - 1] ?? ''
  return `${/[)\]}'"`]/.test(before) ? before : ''}${text.slice(start, dot)}`.trim()
}

/** Whether the owner's names speak of an answer, or it was waited for; what is no name may be anything. */
function mayBeBody(text: string, owner: string): boolean {
  if (!/^[\w$]/.test(owner)) return true
  const names = owner.split(/[?!]*\./).map(name => name.replace(/[?!\s]+/g, ''))
  const [root = ''] = names
  return names.some(name => HOLDS.test(name)) || isAnswered(text, root)
}

function isAnswered(text: string, name: string): boolean {
  const word = escaped(name)
  return new RegExp(`\\b${word}\\b[^;=]{0,300}=[\\s(]*await\\b|\\.then\\([^)]{0,300}\\b${word}\\b`).test(text)
}

// A name that a `catch` gives, and nothing else in the file.
function isOnlyCaught(text: string, name: string): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return false
  const word = escaped(name)
  const caught = new RegExp(`\\bcatch\\s*\\(\\s*${word}\\b|\\.catch\\(\\s*(?:async\\s*)?\\(?\\s*${word}\\b`, 'g')
  const rest = text.replace(caught, 'catch')
  return rest !== text && !DECLARED.some(form => new RegExp(form.replaceAll('NAME', word)).test(rest))
}

const DECLARED = [
  '\\b(?:const|let|var|function|class|import)\\b[^;=(]*\\bNAME\\b',
  '[(,]\\s*NAME\\s*(?:\\?\\s*:|:|,)',
  '[(,]\\s*NAME\\s*\\)\\s*(?:=>|:|\\{)',
  '\\bNAME\\s*=>',
  '[{,]\\s*NAME\\s*[,=}]',
  '[:.]\\s*NAME\\s*[,}]',
]

function escaped(name: string): string {
  return name.replaceAll('$', '\\$')
}
