import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { kindOfFile } from '../find/kind-of-file.ts'
import { ts } from '../source/compiler.ts'
import { type MissingMember, missingMember } from './missing-member.ts'
import { programOpener } from './open-program.ts'
import { type Retyped, retyped } from './retyped.ts'
import { saidOnce } from './said-once.ts'

/** A diagnostic that a rewrite brought, by the file it is in. */
export interface NewFault {
  readonly file: string
  readonly message: string
  /** The line of the new text that it is about. */
  readonly line: number
  /** What would repair it. */
  readonly missing: MissingMember | null
  readonly retyped: Retyped | null
}

/** Of some new texts, by file, the type errors that they bring. */
export type JudgeTypes = (after: ReadonlyMap<string, string>) => readonly NewFault[]

/**
 * Asks for the type errors that new texts bring and the old ones did not have. Only the rewritten files are asked; their
 * imports are opened as far as the answer needs. What was wrong before stays allowed.
 */
export function judgeTypes(root: string, textBefore: (file: string) => string): JudgeTypes {
  const programs = programOpener(root)
  const optionsBy = new Map<string | null, ts.CompilerOptions>()
  // The same texts are asked about again while a plan is tried out, and a program costs up to seconds.
  const sentencesBefore = new Map<string, readonly string[]>()
  let last: { readonly texts: ReadonlyMap<string, string>; readonly faults: readonly NewFault[] } | null = null

  return after => {
    if (last !== null && isSameTexts(last.texts, after)) return last.faults
    const files = [...after.keys()].filter(file => /\.[cm]?tsx?$/.test(file))
    const faults = [...groupByConfig(root, files)].flatMap(([config, group]) => faultsOfGroup(config, group, after))
    last = { texts: after, faults }
    return faults
  }

  function faultsOfGroup(config: string | null, files: readonly string[], after: ReadonlyMap<string, string>) {
    const options = optionsBy.get(config) ?? optionsOf(config)
    optionsBy.set(config, options)
    const program = programs.open(options, files, after)
    const found = new Map(files.map(file => [file, newIn(file, diagnosticsOf(program, file))]))
    // Most files have no fault that they may have had before, and then nobody need know.
    const doubtful = files.filter(file => (found.get(file) ?? []).length > 0 && !sentencesBefore.has(file))
    if (doubtful.length > 0) {
      const before = programs.open(options, files, new Map(files.map(file => [file, textBefore(file)])))
      for (const file of doubtful) sentencesBefore.set(file, diagnosticsOf(before, file).map(sentenceOf))
    }
    return [...found].flatMap(([file, diagnostics]) => {
      const known = [...(sentencesBefore.get(file) ?? [])]
      return diagnostics.flatMap(diagnostic => newFault(program, file, diagnostic, known))
    })
  }

  function diagnosticsOf(program: ts.Program, file: string): readonly ts.Diagnostic[] {
    const source = program.getSourceFile(join(root, file))
    return source === undefined ? [] : saidOnce(source, program.getSemanticDiagnostics(source))
  }

  // A module that cannot be found was not found before, either.
  function newIn(file: string, diagnostics: readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
    return diagnostics.filter(({ code, file: source, start = 0, length = 0 }) => {
      const named = source?.text.slice(start, start + length) ?? ''
      return !NOT_FOUND.has(code) || !textBefore(file).includes(named)
    })
  }

  function newFault(
    program: ts.Program,
    file: string,
    diagnostic: ts.Diagnostic,
    known: string[],
  ): readonly NewFault[] {
    const message = sentenceOf(diagnostic)
    const at = known.indexOf(message)
    if (at === -1) {
      const missing = missingMember(program, diagnostic, path => ownFile(root, path))
      return [{ file, message, line: lineOf(diagnostic), missing, retyped: retyped(program, file, diagnostic) }]
    }
    known.splice(at, 1)
    return []
  }
}

// Cannot find module; could not find a declaration file for it.
const NOT_FOUND = new Set([2307, 2792, 7016])

function isSameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text)
}

function groupByConfig(root: string, files: readonly string[]): ReadonlyMap<string | null, readonly string[]> {
  const groups = new Map<string | null, string[]>()
  for (const file of files) {
    const config = nearestConfig(root, file)
    const group = groups.get(config) ?? []
    group.push(file)
    groups.set(config, group)
  }
  return groups
}

function nearestConfig(root: string, file: string): string | null {
  for (let folder = dirname(join(root, file)); ; folder = dirname(folder)) {
    const config = join(folder, 'tsconfig.json')
    if (existsSync(config)) return config
    if (folder === root || folder === dirname(folder)) return null
  }
}

// TypeScript 6 changed two defaults that would change what an older repository means: `types` is empty, `strict` is on.
function optionsOf(config: string | null): ts.CompilerOptions {
  const own = config === null ? {} : readOptions(config)
  return {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    jsx: ts.JsxEmit.Preserve,
    ...own,
    noEmit: true,
    composite: false,
    incremental: false,
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    allowJs: true,
    checkJs: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: own.types ?? ['*'],
    strict: own.strict ?? false,
    ignoreDeprecations: '6.0',
  }
}

function readOptions(config: string): ts.CompilerOptions {
  const { config: json } = ts.readConfigFile(config, path => ts.sys.readFile(path))
  const parsed = ts.parseJsonConfigFileContent({ ...json, files: [], include: [] }, ts.sys, dirname(config))
  return parsed.options
}

function sentenceOf({ code, messageText }: ts.Diagnostic): string {
  return `${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
}

function lineOf({ file, start = 0 }: ts.Diagnostic): number {
  return file === undefined ? 1 : file.getLineAndCharacterOfPosition(start).line + 1
}

// A type of a package or of a `.d.ts` is not ours to change.
function ownFile(root: string, path: string): string | null {
  const name = relative(root, path).split(sep).join('/')
  return kindOfFile(name) === 'source' && !name.startsWith('../') ? name : null
}
