import { candidates, parseTest } from '../src/candidates.ts'
import type { Catalogue, Sign } from '../src/entry.ts'
import { isTemplateFault, parseTemplate } from '../src/message-template.ts'
import type { TextTest } from '../src/text-test.ts'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly nanoseconds?: number
  readonly limit?: number
  readonly made: string
}

const SIZES = [10, 1_000, 10_000]
const ROUNDS = 7

const QUESTIONS = [
  'message === "The loan 40 was not found"',
  'message.includes("not found")',
  '/^the loan \\d+ was not found$/i.test(message)',
  'message.trim().toLowerCase().endsWith("overdue")',
]

/** What one question costs, and how it grows with the number of signs. */
export async function run(): Promise<readonly BenchLine[]> {
  const catalogues = SIZES.map(library)
  return QUESTIONS.flatMap(expression => linesOf(expression, catalogues))
}

function linesOf(expression: string, catalogues: readonly Catalogue[]): BenchLine[] {
  const test = read(expression)
  const times: number[][] = catalogues.map(() => [])
  // The first round makes the automata of the signs, which later questions find made.
  for (const catalogue of catalogues) candidates(catalogue, test)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, catalogue] of catalogues.entries()) times[index]?.push(timeOf(catalogue, test))
  }
  const [few = 0, many = 0, most = 0] = times.map(median)
  const made = `${expression}; median of ${ROUNDS} rounds that alternate the sizes; half of the wordings have holes`
  return [
    { name: 'one question, 10 signs', nanoseconds: few, made },
    { name: 'one question, 1,000 signs', nanoseconds: many, made },
    { name: 'one question, 10,000 signs', nanoseconds: most, made },
    { name: '10,000 signs against 1,000, linear being × 10', ratio: most / many, limit: 30, made },
  ]
}

function timeOf(catalogue: Catalogue, test: TextTest): number {
  const repeats = Math.max(1, Math.floor(1_000 / catalogue.problems.length))
  const start = performance.now()
  for (let repeat = 0; repeat < repeats; repeat++) candidates(catalogue, test)
  return ((performance.now() - start) * 1e6) / repeats
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

function read(expression: string): TextTest {
  const parsed = parseTest(expression)
  if (parsed.outcome === 'fault') throw new Error(parsed.fault.code)
  return parsed.test
}

const WORDS = ['loan', 'member', 'copy', 'branch', 'shelf', 'fine', 'card']

function library(count: number): Catalogue {
  const problems = Array.from({ length: count }, (_, index) => {
    const word = WORDS[index % WORDS.length] ?? ''
    const wordings = [
      `The ${word} ${index} was not found`,
      `${word} {id:int} of shelf ${index} is overdue`,
      `The ${word} ${index} is at another branch`,
      `No ${word} {name} for copy ${index}`,
    ]
    return { code: `code_${index}`, signs: [signOf(`code_${index}`, wordings[index % 4] ?? '')] }
  })
  // The question reads nothing but the signs.
  return { problems, fields: [] } as unknown as Catalogue
}

function signOf(entry: string, wording: string): Sign {
  const message = parseTemplate(wording)
  if (isTemplateFault(message)) throw new Error(message.code)
  const narrowing = { language: null, legacyCode: null, status: null, route: null, dialect: null }
  return { id: `${entry}#0`, entry, message, ...narrowing }
}
