import type { Catalogue } from '../../entry.ts'
import type { Fault, Place } from '../../fault.ts'
import { FAULT_KINDS } from '../../print-fault.ts'
import { loadCatalogue } from '../../node/load-catalogue.ts'
import { faultText } from '../../print-fault.ts'
import { type CommandResult, type CommandRun, flagValue, type World } from '../command.ts'
import { findCatalogues, shownPath } from '../find-catalogues.ts'
import { harmless, paintFor } from '../paint.ts'
import { printFaults } from '../print-faults.ts'
import { isUnreadable, readTexts } from '../read-catalogue-file.ts'

interface Checked {
  readonly file: string
  readonly catalogue: Catalogue | null
  readonly faults: readonly Fault[]
}

/** Checks catalogues and shows every fault. */
export const check: CommandRun = async (request, world) => {
  const files = findCatalogues(request, world)
  const checked: Checked[] = []
  // One after the other: a module of the user's may do anything while it loads.
  for (const file of files) {
    const loaded = await loadCatalogue(file)
    const faults = loaded.outcome === 'faults' ? loaded.faults : []
    checked.push({ file, catalogue: loaded.outcome === 'catalogue' ? loaded.catalogue : null, faults })
  }
  const output = flagValue(request, 'format') === 'json' ? printJson(checked, world) : await printText(checked, world)
  return { output, notes: '', exitCode: exitCodeOf(checked) }
}

function exitCodeOf(checked: readonly Checked[]): CommandResult['exitCode'] {
  const faults = checked.flatMap(one => one.faults)
  if (faults.some(isUnreadable)) return 2
  return faults.length === 0 ? 0 : 1
}

async function printText(checked: readonly Checked[], world: World): Promise<string> {
  const paint = paintFor(world.colour)
  const faults = checked.flatMap(one => one.faults)
  const shown = printFaults(faults, await readTexts(faults), world)
  const lines = checked.map(({ file, catalogue, faults: own }) => {
    const name = harmless(shownPath(file, world))
    if (catalogue === null) return `${paint.red('✘')} ${paint.bold(name)}  ${count(own.length, 'fault')}`
    return `${paint.green('✔')} ${paint.bold(name)}  ${harmless(catalogue.api)}: ${contents(catalogue)}`
  })
  return `${shown}${shown === '' ? '' : '\n'}${lines.join('\n')}\n`
}

function contents(catalogue: Catalogue): string {
  const { problems, fields, signs } = sizes(catalogue)
  return [count(problems, 'problem'), count(fields, 'field code'), count(signs, 'sign')].join(', ')
}

function sizes(catalogue: Catalogue) {
  const signs = [...catalogue.problems, ...catalogue.fields].reduce((sum, entry) => sum + entry.signs.length, 0)
  return { problems: catalogue.problems.length, fields: catalogue.fields.length, signs }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function printJson(checked: readonly Checked[], world: World): string {
  const sound = checked.flatMap(({ catalogue }) => (catalogue === null ? [] : [sizes(catalogue)]))
  const sum = (name: 'problems' | 'fields' | 'signs') => sound.reduce((total, one) => total + one[name], 0)
  const faults = checked.flatMap(one => one.faults).map(fault => jsonFault(fault, world))
  const summary = {
    files: checked.length,
    problems: sum('problems'),
    fields: sum('fields'),
    signs: sum('signs'),
    faults: faults.length,
  }
  const files = checked.map(({ file }) => shownPath(file, world))
  return `${JSON.stringify({ version: 1, files, faults, summary }, null, 2)}\n`
}

function jsonFault(fault: Fault, world: World) {
  const { came, expected, next } = faultText(fault)
  const also = fault.also === null ? null : jsonPlace(fault.also, world)
  const message = FAULT_KINDS[fault.code].means
  return { code: fault.code, ...jsonPlace(fault, world), message, expected, came, fix: next, also }
}

function jsonPlace({ file, line, column, path }: Place, world: World) {
  return { file: file === null ? null : shownPath(file, world), line, column, path }
}
