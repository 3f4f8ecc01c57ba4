import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parts } from '../mutation/parts.js'

interface Left {
  readonly place: string
  readonly mutator: string
  readonly becomes: string
}

interface Figures {
  readonly day: string
  readonly seed: number
  readonly oneIn: number
  readonly mutants: number
  readonly drawn: number
  readonly killed: number
  readonly timeout: number
  readonly late: readonly Left[]
  readonly left: readonly Left[]
}

/** What was thought of a mutant that no test found. */
interface Judgement {
  readonly place: string
  readonly becomes: string
  readonly judged: string
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const PAGE = at('docs/reference/mutation.md')
const FIGURES = at('docs/reference/mutation.json')
const JUDGED = at('checks/mutation/judged.json')

const figures: Readonly<Record<string, Figures>> = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {}
const judged: readonly Judgement[] = existsSync(JUDGED) ? JSON.parse(readFileSync(JUDGED, 'utf8')) : []

// The figures are those of the runs: nobody types them in.
it('the page of the planted faults says what the runs found', async () => {
  await expect(page()).toMatchFileSnapshot(PAGE)
})

function page(): string {
  const names = Object.keys(parts).filter(name => figures[name] !== undefined)
  return `${[
    '# Planted faults',
    '',
    'A test that runs a line need not ask what it does. So faults are planted in the parts that decide: a comparison turned',
    'round, a condition left out, a text emptied. A fault that makes a test of that part fail is found. So is one that runs a',
    'hundred times as often as the same place did without it: that does not depend on the machine. One that only takes too long',
    'is counted apart as late, because on a busy machine nobody can tell whether the fault was to blame; it was looked at alone.',
    '',
    '`npx -y pnpm@12 mutate match --one-in 14 --seed 1` plants one of fourteen possible faults of the part `match`, drawn evenly by',
    'the seed, with [Stryker](https://stryker-mutator.io); `checks/mutation/parts.js` lists the parts and the tests that are asked.',
    'Laws run with a hundred examples at first, the same each time; what is left then is planted again, and the laws run with as',
    'many examples as in the gate. (`decide` and `rewrite` were run before that was so.) A run takes minutes to hours, so it is not',
    'in the gate; it writes its figures into `docs/reference/mutation.json`, and a test makes this page of them. Each fault that was',
    'not found was read: what is thought of it stands beside it. Where a test was written for it since, the figure is not raised:',
    'another seed has to say whether the part is better for it.',
    '',
    'A fault that means the same as what stood there can be found by no test. The last share leaves those out.',
    '',
    '| part | possible | planted | found | of these late | found of planted | without those that mean the same | on |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...Object.keys(parts).map(row),
    '',
    `Where a part with more possible faults counts for more, ${percent(weighed(names), 1)} of all are found.`,
    ...names.flatMap(section),
  ].join('\n')}\n`
}

function figuresOf(name: string): Figures {
  const found = figures[name]
  if (found === undefined) throw new Error(`${name} was not run`)
  return found
}

function row(name: string): string {
  if (figures[name] === undefined) return `| \`${name}\` | not run yet | | | | | | |`
  const { mutants, drawn, oneIn, seed, killed, timeout, left, day } = figuresOf(name)
  const found = killed + timeout
  const share = `${percent(found, drawn)} (${percent(killed, drawn)} without those that were late)`
  const same = left.filter(one => judgementOf(one).startsWith('Means the same')).length
  const planted = `${drawn} (1 in ${oneIn}, seed ${seed})`
  return `| \`${name}\` | ${[mutants, planted, found, timeout, share, percent(found, drawn - same), day].join(' | ')} |`
}

// Each part drew its own share: what it found stands for all of its own.
function weighed(names: readonly string[]): number {
  const all = names.map(figuresOf)
  const sum = (each: (one: Figures) => number) => all.reduce((sofar, one) => sofar + each(one), 0)
  return sum(one => (one.mutants * (one.killed + one.timeout)) / one.drawn) / sum(one => one.mutants)
}

function percent(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)} %`
}

function section(name: string): readonly string[] {
  const { left, late } = figuresOf(name)
  return [...table(`Not found in \`${name}\``, left), ...table(`Late in \`${name}\``, late)]
}

function table(title: string, mutants: readonly Left[]): readonly string[] {
  if (mutants.length === 0) return []
  return [
    '',
    `## ${title}`,
    '',
    '| place | becomes | judged |',
    '| --- | --- | --- |',
    ...mutants.map(one => `| ${one.place} | ${code(one.becomes)} | ${judgementOf(one)} |`),
  ]
}

function judgementOf({ place, becomes }: Left): string {
  return judged.find(one => one.place === place && one.becomes === becomes)?.judged ?? 'not judged yet'
}

function code(text: string): string {
  const escaped = text.replaceAll('|', '\\|')
  return text === '' ? 'nothing' : text.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``
}
