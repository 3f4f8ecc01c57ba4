import type { Catalogue } from '@problemshift/catalogue'
import { speaksOfFailure } from '../../detect/speaking-names.ts'
import type { Asks, Look, NearScope } from '../near-requests.ts'
import { escaped, mayBeBody, ownerBefore, remembering } from '../written-owner.ts'
import { codeNames, readNames, wrapperNames } from './v2-place.ts'

/** A throw or a rejection with what looks like the body of an answer. */
export const BARE =
  /(?:\breject\w*\s*\(|\bthrow\b)\s*(?!new\b)[^;\r\n]*\b(?:data|body|json|payload|responseJSON|result|info|details|error(?=\s*\)))\b/

const NAMES_WHOLE = /data|body|json|payload|answer|response|refusal|failure|problem|reply/i
const TAKES_WHOLE =
  /(?:stringify|String|inspect|parse\w*|safeParse\w*|validate\w*|decode|console\.\w+|log(?:ger)?(?:\.\w+)?|debug|assert|is[A-Z]\w*|\.(?:send|json))\s*\(/gi
const WHOLE = /\b\w*(?:data|body|json|payload|answer|response|refusal|failure|problem|reply)/i
const TAKES_TEXT =
  /\.(?:text\(\)|responseText\b)|\b\w*(?:te?xt|mess|msg|reason)\w*\s*=[^;=\n]*\.(?:data|body)\b(?!\s*\.)/i
const FAILS = /\.ok\b|\bstatus|\bcatch\b/
const IN_TEMPLATE = /\$\{\s*\w*(?:text|body|data|json|raw)\w*\s*\}/i
// What may take a piece out of a message: the method, and what stands before it.
const CUTS = /\??\.(?:split|match(?:All)?|slice|substr(?:ing)?|replace(?:All)?)\(/g
const SPOKEN = /(?:mess|msg|err|detail|reason|text|title|desc)\w*[)?!]*(?:\??\.\w+\(\))*$/i
const REACH = 80

/**
 * Whether a member of that name is read at all, by the text of a file: the rule has nothing to do in the others.
 * `error.message` of what was caught counts only where some file throws bodies.
 */
export function looksForReads({ catalogue }: Pick<NearScope, 'catalogue'>): Look {
  const isWord = (name: string) => /^[\w$]+$/.test(name)
  const names = [...readNames(catalogue)].filter(isWord)
  const asks = asking(names, [...wrapperNames(catalogue)], askedCodes(catalogue))
  return { asks, settles: text => BARE.test(text) }
}

/** What tells that an old code is asked for: one that is written out, or a number in a file that reads such a member. */
function askedCodes(catalogue: Catalogue): (text: string) => boolean {
  const codes = catalogue.problems.flatMap(({ signs }) => signs.flatMap(({ legacyCode }) => legacyCode ?? []))
  const written = codes.map(String).filter(code => /\D/.test(code))
  const members = [...codeNames(catalogue)].map(name => `.${name}`)
  const isKey = (text: string, code: string) => new RegExp(`(?<![\\w$])${escaped(code)}\\s*:`).test(text)
  return text =>
    written.some(
      code => text.includes(code) && (QUOTES.some(quote => text.includes(quote + code + quote)) || isKey(text, code)),
    ) ||
    (codes.some(code => text.includes(String(code))) && members.some(name => text.includes(name)))
}

const QUOTES = ["'", '"', '`']

function asking(
  names: readonly string[],
  wrappers: readonly string[],
  asksCode: (text: string) => boolean,
): Look['asks'] {
  const any = names.join('|')
  const member = new RegExp(`\\.\\s*(?:${any})\\b(?!\\s*\\()`, 'g')
  const named = new RegExp(`\\[\\s*['"\`](?:${any})['"\`]\\s*\\]|[{,]\\s*['"]?(?:${any})\\b['"]?\\s*[:,=}]`)
  // data.error.type: of what v1 wraps its errors in.
  const within = `\\.\\s*(?:${wrappers.join('|')})[?!]*\\.(?!(?:${any})\\b)[\\w$]+\\b(?!\\s*\\()`
  const wrapped = wrappers.length === 0 ? null : new RegExp(within, 'g')
  return text => {
    if (named.test(text) || takesWhole(text) || takesApart(text) || asksCode(text)) return 'surely'
    for (const { index } of wrapped === null ? [] : text.matchAll(wrapped)) {
      if (mayBeBody(text, ownerBefore(text, index))) return 'surely'
    }
    let asks: Asks = 'never'
    for (const { index, 0: read } of text.matchAll(member)) {
      const owner = ownerBefore(text, index)
      if (!mayBeBody(text, owner) && !speaksOfFailure(read)) continue
      if (!isOnlyCaught(text, owner.replace(/[?!]+$/, ''))) return 'surely'
      asks = 'perhaps'
    }
    return asks
  }
}

// Whether something that prints, parses or checks is given what is called a body, or the text of a failure is taken.
function takesWhole(text: string): boolean {
  if (IN_TEMPLATE.test(text) || (TAKES_TEXT.test(text) && FAILS.test(text))) return true
  // A look for these alone is quicker than one for all that is called, and most files have none.
  if (!NAMES_WHOLE.test(text)) return false
  for (const { index, 0: callee } of text.matchAll(TAKES_WHOLE)) {
    if (WHOLE.test(argumentsFrom(text, index + callee.length))) return true
  }
  return false
}

const FARTHEST = 200

// What stands in the brackets of a call that begins there, without its texts; more where a template or a pattern hides them.
function argumentsFrom(text: string, start: number): string {
  const near = text.slice(start, start + FARTHEST)
  const bare = near.includes('`') ? near : near.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '')
  const isPlain = !/[`/]/.test(bare)
  let depth = 0
  for (let at = 0; at < bare.length; at += 1) {
    if (bare[at] === '(') depth += 1
    if (bare[at] === ')') depth -= 1
    if ((isPlain && depth < 0) || bare[at] === ';') return bare.slice(0, at)
  }
  return bare
}

// A name that a `catch` gives, and nothing else in the file.
function isOnlyCaught(text: string, name: string): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return false
  const { caught, declared } = caughtAs(name)
  const rest = text.replace(caught, 'catch')
  return rest !== text && !declared.some(form => form.test(rest))
}

// Nearly all files call it the same, and to make these costs more than to ask them.
const caughtAs = remembering(name => {
  const word = escaped(name)
  return {
    caught: new RegExp(`\\bcatch\\s*\\(\\s*${word}\\b|\\.catch\\(\\s*(?:async\\s*)?\\(?\\s*${word}\\b`, 'g'),
    declared: DECLARED.map(form => new RegExp(form.replaceAll('NAME', word))),
  }
})

const DECLARED = [
  '\\b(?:const|let|var|function|class|import)\\b[^;=(]*\\bNAME\\b',
  '[(,]\\s*NAME\\s*(?:\\?\\s*:|:|,)',
  '[(,]\\s*NAME\\s*\\)\\s*(?:=>|:|\\{)',
  '\\bNAME\\s*=>',
  '[{,]\\s*NAME\\s*[,=}]',
  '[:.]\\s*NAME\\s*[,}]',
]

function takesApart(text: string): boolean {
  for (const { index } of text.matchAll(CUTS))
    if (SPOKEN.test(text.slice(Math.max(0, index - REACH), index))) return true
  return false
}
