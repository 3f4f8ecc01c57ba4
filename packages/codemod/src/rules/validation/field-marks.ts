import type { Catalogue } from '@problemshift/catalogue'
import type { Look, NearScope } from '../near-requests.ts'
import { mayBeBody, ownerBefore } from '../written-owner.ts'
import { answerMarks } from './answer-marks.ts'
import { fieldPlaces } from './field-places.ts'

// A body of a failure of which something else is read than everybody's members: it may be a map of fields itself.
const MAY_HOLD_BODY = /\.(?:response|json\(\))/i
const WHOLE_BODY =
  /\b(?:e|ex|err\w*|failure|refusal|reason)[?!]*\.response[?!]*\.data\b(?![?!]*\.(?:message|errors?|detail|title|code)\b)/i

/**
 * Whether a file may read field errors, by its text: it reads or names a member that holds them in some dialect. A `message`
 * counts where it is taken as a list, and so does the body of a failure as a whole.
 */
export function looksForFields({ catalogue, models }: Pick<NearScope, 'catalogue' | 'models'>): Look {
  const names = namesOf(catalogue)
  const anyName = new RegExp(names.map(escaped).join('|'))
  const holds = memberMarks(names.filter(name => name !== 'message'))
  const isListed = names.includes('message') ? takesMessageAsList : () => false
  const withoutAnswers = answerMarks(models)
  return {
    asks: text => {
      if (holdsBody(text)) return 'surely'
      if (!anyName.test(text)) return 'never'
      if (isListed(text)) return 'surely'
      const rest = withoutAnswers(text)
      if (holds(rest)) return 'surely'
      return rest !== text && holds(text) ? 'perhaps' : 'never'
    },
    settles: text => /interceptors/.test(text),
  }
}

function holdsBody(text: string): boolean {
  if (!MAY_HOLD_BODY.test(text)) return false
  return WHOLE_BODY.test(text) || (text.includes('.json()') && /\.ok\b/.test(afterExits(text)))
}

// if (!response.ok) throw new Error(`answered ${response.status}`): what leaves there knows nothing of the body.
const EXIT =
  /\bif\s*\(\s*!\s*[\w$]+\.ok\s*\)\s*\{?\s*(?:throw\s+new\s+\w+\(\s*(?:'[^'\n]*'|"[^"\n]*"|`(?:[^`$]|\$\{\s*[\w$]+\.status(?:Text)?\s*\})*`)\s*,?\s*\)|return(?:[ \t]+(?:null|undefined|false|\[\]))?)[ \t]*(?:;|\n|\})/g

/** A text without such exits, where each of them stands before the one body that is read behind it. */
function afterExits(text: string): string {
  const marked = [...text.matchAll(EXIT)].map(({ index }) => ({ index, isExit: true }))
  const reads = [...text.matchAll(/\.json\(\)/g)].map(({ index }) => ({ index, isExit: false }))
  const inOrder = [...marked, ...reads].sort((a, b) => a.index - b.index)
  return inOrder.every(({ isExit }, at) => isExit === (at % 2 === 0)) ? text.replace(EXIT, '') : text
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&')
}

function namesOf(catalogue: Catalogue): readonly string[] {
  return [...new Set(fieldPlaces(catalogue).flatMap(({ path }) => path.slice(-1)))]
}

/** Whether a text reads one of these members of what may be a body, or binds one in a pattern. */
function memberMarks(names: readonly string[]): (text: string) => boolean {
  if (names.length === 0) return () => false
  const any = names.map(escaped).join('|')
  const read = new RegExp(`\\.\\s*(?:${any})\\b(?!\\s*\\()`, 'g')
  const named = new RegExp(
    `\\[\\s*['"\`](?:${any})['"\`]\\s*\\]|(?:[{,\\n]|\\*/)\\s*['"]?(?:${any})\\b['"]?\\s*(?:[:,=}]|/[/*])`,
  )
  return text => {
    if (named.test(text)) return true
    for (const { index } of text.matchAll(read)) if (mayBeBody(text, ownerBefore(text, index))) return true
    return false
  }
}

// What lists have and texts have not, and what is asked of lists more often.
const OF_LISTS = [
  ...Object.getOwnPropertyNames(Array.prototype).filter(name => !(name in String.prototype)),
  'slice',
  'concat',
]
const MESSAGE = String.raw`(?:\.\s*|\[\s*['"\`])message\b['"\`\])!\s]*`
const TAKEN_AS_LIST = [
  // data.message[0], data.message?.join(', '), (data.message as string[]), and whatever a comment hides
  new RegExp(String.raw`${MESSAGE}(?:(?:\?\.|\.)?\s*\[|\??\.\s*(?:${OF_LISTS.join('|')})\b|(?:as|satisfies)\b|/[/*])`),
  new RegExp(String.raw`\bArray\.isArray\s*\([^;]*?${MESSAGE}`),
  // for (const text of data.message)
  new RegExp(String.raw`\bof\s(?:[^{};]|\{(?:[^{};]|\{[^{};]*\})*\})*?${MESSAGE}`),
]

function takesMessageAsList(text: string): boolean {
  return TAKEN_AS_LIST.some(sign => sign.test(text))
}
