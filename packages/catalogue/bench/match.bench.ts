import { CONTRACTS, type Catalogue, match, parseTemplate, type Sign, templatePattern } from '@problemshift/catalogue'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly nanoseconds?: number
  readonly limit?: number
  readonly made: string
}

/** How the wordings of a catalogue differ: where the word stands that tells one entry from the others. */
const FAMILIES: Readonly<Record<string, (entry: number) => string>> = {
  'told apart at the start': entry => `Shelf ${entry} has no place left for copy {id:int} of {title}`,
  'told apart in the middle': entry => `Loan {id:int} could not be moved to shelf ${entry} by {name}`,
  'told apart at the end': entry => `Loan {id} of member {name} could not be closed: ${entry}`,
  'holes first': entry => `{name} may not lend from branch ${entry} until {day}`,
  'whole texts': entry => `The loan could not be closed because of reason ${entry}`,
}

const BATCH = 512
const ROUNDS = 50
const AGAIN = 16

/** The figures of `match`. */
export async function run(): Promise<readonly BenchLine[]> {
  return [...sizes(), ...sixtyUnits(), ...adversaries()]
}

function sizes(): readonly BenchLine[] {
  return Object.entries(FAMILIES).flatMap(([family, wording]) => {
    const variants = [10, 1000, 10_000].map(count => {
      const catalogue = catalogueOf(count, wording)
      const messages = Array.from({ length: BATCH }, (_, index) => filled(wording((index * 7919) % count), index))
      return () => askAll(catalogue, messages)
    })
    const [few = 1, many = 1, most = 1] = medians(variants)
    const made = `medians of ${ROUNDS} alternating batches of ${BATCH} different messages`
    return [
      { name: `1,000 entries against 10, ${family}`, ratio: many / few, limit: 3, made },
      { name: `10,000 entries against 10, ${family}`, ratio: most / few, limit: 3, made },
    ]
  })
}

function sixtyUnits(): readonly BenchLine[] {
  const batch = 64
  const families = Object.entries(FAMILIES).filter(([, wording]) => wording(0).includes('{'))
  return families.flatMap(([family, wording]) => {
    const catalogue = catalogueOf(1000, wording)
    const messages = Array.from({ length: batch }, (_, index) => sixtyLong(wording((index * 7919) % 1000), index))
    const patterns = catalogue.problems.map(entry => new RegExp(patternOf(entry.signs[0])))
    const [ours = 1, naive = 1] = medians([
      () => {
        // Often enough that what the slow variant drove out of the processor's caches does not count.
        for (let times = 0; times < AGAIN; times++) askAll(catalogue, messages)
      },
      () => {
        for (const message of messages) patterns.find(pattern => pattern.test(message))
      },
    ])
    const made = `medians of ${ROUNDS} alternating batches of ${batch} messages of 60 units that match, ours ${AGAIN} times each`
    return [
      { name: `one match against 1,000 templates, ${family}`, nanoseconds: ours / AGAIN / batch, limit: 3000, made },
      { name: `one regular expression after another against that, ${family}`, ratio: (naive * AGAIN) / ours, made },
    ]
  })
}

const ADVERSARIES: readonly { name: string; wordings: readonly string[]; message: (length: number) => string }[] = [
  {
    name: 'the beginning of a template, again and again',
    wordings: ['Loan {a} not found', 'Loan {a} is overdue', 'Loan {b:int} not found'],
    message: length => 'Loan '.repeat(length / 5),
  },
  {
    name: 'three text holes and no end',
    wordings: ['{a} x {b} x {c} y', '{a} x {b} y {c} x!'],
    message: length => `${'a x '.repeat(length / 4)}!`,
  },
  {
    name: 'words that can be cut anywhere',
    wordings: ['{a}a{b:word}a{c:word} b{d}'],
    message: length => `${'a'.repeat(length)} bb`,
  },
  {
    name: 'patterns that take each other’s values',
    wordings: ['{a:/(?:ab|a)+/}b{c:/[ab]+/}a{d:/b[ab]{3}/}', '{a:/[ab]+/}c'],
    message: length => 'ab'.repeat(length / 2),
  },
  {
    name: 'a pattern with 4,096 states, were it made deterministic at once',
    wordings: ['{x}a{a:/[ab]*a[ab]{12}/}!{y}'],
    message: length => Array.from({ length }, (_, index) => (((index * 2654435761) >>> 9) & 1 ? 'a' : 'b')).join(''),
  },
  {
    name: 'the middles of 300 templates, again and again',
    wordings: Array.from({ length: 300 }, (_, index) => `Loan {a} w${index} {b} z${index} {c} end`),
    message: length => `Loan ${Array.from({ length: length / 6 }, (_, index) => `q w${index % 300}`).join(' ')} end`,
  },
]

function adversaries(): readonly BenchLine[] {
  return ADVERSARIES.map(({ name, wordings, message }) => {
    const catalogue = catalogueOf(wordings.length, index => wordings[index] ?? '')
    const [short = 1, long = 1] = medians(
      [500_000, 1_000_000].map(length => {
        const text = message(length)
        return () => askAll(catalogue, [text])
      }),
      9,
    )
    const made = 'medians of 9 alternating runs with 500,000 and 1,000,000 units'
    return { name: `twice the length: ${name}`, ratio: long / short, limit: 3, made }
  })
}

function askAll(catalogue: Catalogue, messages: readonly string[]): void {
  for (const wording of messages) {
    match(catalogue, {
      wording,
      code: null,
      status: 404,
      dialect: 'plain-text',
      language: null,
      method: 'GET',
      route: '/loans/:id',
    })
  }
}

/** The middle time of each variant, in nanoseconds; one batch of each in turn, so that a busy moment falls on all. */
function medians(variants: readonly (() => void)[], rounds = ROUNDS): readonly number[] {
  const times: number[][] = variants.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, variant] of variants.entries()) {
      const start = process.hrtime.bigint()
      variant()
      times[index]?.push(Number(process.hrtime.bigint() - start))
    }
  }
  return times.map(list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
}

function filled(wording: string, index: number): string {
  return wording.replace(/\{\w+(:int)?\}/g, (_, isNumber) => (isNumber ? String(index) : `someone ${index}`))
}

/** Filled so that the message has sixty units: the first text hole takes what is missing. */
function sixtyLong(wording: string, index: number): string {
  const missing = 60 - filled(wording.replace(/\{\w+\}/, ''), index).length
  return filled(wording.replace(/\{\w+\}/, 'x'.repeat(Math.max(1, missing))), index)
}

function patternOf(sign: Sign | undefined): string {
  return sign?.message ? templatePattern(sign.message) : ''
}

function catalogueOf(count: number, wording: (entry: number) => string): Catalogue {
  const codes = Array.from({ length: count }, (_, index) => `code_${index}`)
  return {
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    dialects: [],
    ownDialects: [],
    languages: [],
    fields: [],
    generic: [],
    contract: CONTRACTS.kordiam,
    problems: codes.map((code, index) => ({
      code,
      type: `https://errors.library.example/${code}`,
      status: 404,
      title: { '*': code },
      detail: null,
      retry: null,
      extensions: [],
      description: null,
      signs: [signOf(code, wording(index))],
    })),
  }
}

function signOf(entry: string, wording: string): Sign {
  const message = parseTemplate(wording)
  if ('code' in message) throw new Error(`${message.code}: ${wording}`)
  const id = `${entry}#0`
  return { id, entry, message, language: null, legacyCode: null, status: null, route: null, dialect: null }
}
