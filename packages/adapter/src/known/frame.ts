import { isTraceId, type LegacyError } from '@problemshift/catalogue'

/** What is new in each body of a frame. */
type Gap = 'sentence' | 'trace' | 'time'

/** A JSON body that comes again and again, taken apart at what is new in it each time. */
export interface Frame {
  /** One more than the gaps. Each gap is the inside of a JSON string without escapes. */
  readonly texts: readonly string[]
  readonly gaps: readonly Gap[]
  /** How the trace id of the first body looked: letters and digits as one sign. */
  readonly traceShape: string | null
  readonly error: Pick<LegacyError, 'code' | 'dialect' | 'language'>
}

/** What stood in the gaps. */
export interface Gaps {
  readonly sentence: string | null
  readonly trace: string | null
}

const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)"/
const WHOLE_TIME = new RegExp(`^${TIME.source.slice(1, -1)}$`)
// What JSON writes as it is.
const UNESCAPED = /^[^"\\\p{Cc}\p{Cs}]*$/u

/** Finds the gaps in a body that was read; `null` where one of them cannot be told for certain. */
export function findFrame(body: string, error: LegacyError, hasHoles: boolean): Frame | null {
  if (!body.startsWith('{') || body.includes('\\')) return null
  const cuts: { readonly gap: Gap; readonly at: number; readonly length: number }[] = []
  const cut = (gap: Gap, text: string): boolean => {
    const at = body.indexOf(`"${text}"`)
    if (at === -1 || body.indexOf(`"${text}"`, at + 1) !== -1) return false
    cuts.push({ gap, at: at + 1, length: text.length })
    return true
  }
  if (hasHoles && (error.wording === null || !UNESCAPED.test(error.wording) || !cut('sentence', error.wording)))
    return null
  if (error.traceId !== null && !cut('trace', error.traceId)) return null
  const time = TIME.exec(body)?.[1]
  if (time !== undefined && !cut('time', time)) return null
  if (cuts.length === 0) return null
  cuts.sort((a, b) => a.at - b.at)
  const ends = [0, ...cuts.map(({ at, length }) => at + length)]
  const { code, dialect, language } = error
  return {
    texts: [...cuts.map(({ at }, index) => body.slice(ends[index], at)), body.slice(ends.at(-1))],
    gaps: cuts.map(({ gap }) => gap),
    traceShape: error.traceId === null ? null : shapeOf(error.traceId),
    error: { code, dialect, language },
  }
}

/** What stands in the gaps of a body; `null` where it is another one. */
export function readFrame({ texts, gaps, traceShape }: Frame, body: string): Gaps | null {
  const [first = ''] = texts
  if (!body.startsWith(first)) return null
  let at = first.length
  let sentence: string | null = null
  let trace: string | null = null
  for (let index = 0; index < gaps.length; index += 1) {
    const end = body.indexOf('"', at)
    const behind = texts[index + 1] ?? ''
    if (end === -1 || !body.startsWith(behind, end)) return null
    const value = body.slice(at, end)
    at = end + behind.length
    switch (gaps[index]) {
      case 'sentence':
        if (!UNESCAPED.test(value)) return null
        sentence = value
        break
      case 'trace':
        if (!isTraceId(value) || shapeOf(value) !== traceShape) return null
        trace = value
        break
      default:
        if (!WHOLE_TIME.test(value)) return null
    }
  }
  return at === body.length ? { sentence, trace } : null
}

/** The body of a frame with other values in its gaps. */
export function fillFrame({ texts, gaps }: Frame, values: Readonly<Record<Gap, string>>): string {
  return texts.reduce((body, text, index) => {
    const gap = gaps[index - 1]
    return gap === undefined ? body + text : body + values[gap] + text
  })
}

/** `8f1c-22` and `0a9b-17` look alike; an id of digits alone may be a number that names a person. */
function shapeOf(trace: string): string {
  return `${trace.replace(/[A-Za-z0-9]+/g, 'x')}${/\d/.test(trace) ? 9 : ''}${/[A-Za-z]/.test(trace) ? 'a' : ''}`
}
