import { readDefinition } from '@problemshift/catalogue'
import { parseDocument } from 'yaml'

const ROUNDS = 5

/** What a catalogue costs to load: against the parser alone, and per entry as it grows. */
export async function run() {
  const few = library(1000)
  const many = library(10_000)
  const json = JSON.stringify(parseDocument(many, { uniqueKeys: false }).toJS())
  const variants = [
    () => parseDocument(many, { uniqueKeys: false }).toJS(),
    () => load(many, 'yaml'),
    () => load(few, 'yaml'),
    () => load(json, 'json'),
  ]
  const [parse = 1, whole = 1, tenth = 1, fromJson = 1] = medians(variants)
  const made = `medians of ${ROUNDS} alternating rounds; two signs an entry, ${Math.round(many.length / 1000)} kB of YAML`
  return [
    { name: '10,000 entries, text to checked catalogue', nanoseconds: whole, made },
    { name: 'the same, against the YAML parser alone', ratio: whole / parse, limit: 4, made },
    { name: 'the same as JSON, against the YAML', ratio: fromJson / whole, made },
    { name: '10,000 entries against 1,000, per entry', ratio: whole / tenth / 10, limit: 2, made },
  ]
}

function library(entries: number): string {
  const problems = Array.from({ length: entries }, (_, at) => {
    const lines = [
      `  loan_${at}_lost:`,
      '    status: 404',
      `    title: Loan ${at} lost`,
      '    from:',
      `      - message: Loan {id:int} of shelf ${at} is lost`,
      `      - code: LOAN_${at}`,
    ]
    return lines.join('\n')
  })
  return `type: https://errors.library.example/{code}\nproblems:\n${problems.join('\n')}\n`
}

function load(text: string, kind: 'yaml' | 'json'): void {
  const { outcome } = readDefinition(text, kind)
  if (outcome !== 'catalogue') throw new Error(`the benchmark's catalogue has ${outcome}`)
}

/** Nanoseconds of each variant: they alternate, so that the machine's mood falls on all of them. */
function medians(variants: readonly (() => void)[]): readonly number[] {
  const times = variants.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, variant] of variants.entries()) {
      const start = performance.now()
      variant()
      times[index]?.push((performance.now() - start) * 1e6)
    }
  }
  return times.map(all => all.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
}
