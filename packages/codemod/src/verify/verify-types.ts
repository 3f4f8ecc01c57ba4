import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { getLibFiles, libFolderInMemoryPath } from '@ts-morph/common'
import { kindOfFile } from '../find/kind-of-file.ts'
import { ts } from '../source/compiler.ts'
import { isAboutNewMember, type MissingMember, missingMember } from './missing-member.ts'

/** A diagnostic that a rewrite brought, by the file it is in. */
export interface NewFault {
  readonly file: string
  readonly message: string
  /** What would repair it. */
  readonly missing: MissingMember | null
}

/** Of some new texts, by file, the type errors that they bring. */
export type JudgeTypes = (after: ReadonlyMap<string, string>) => readonly NewFault[]

/**
 * Asks for the type errors that new texts bring and the old ones did not have. Only the rewritten files are asked; their
 * imports are opened as far as the answer needs. What was wrong before stays allowed.
 */
export function judgeTypes(root: string, textBefore: (file: string) => string): JudgeTypes {
  const parsed = new Map<string, ts.SourceFile>()
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
    const options = optionsOf(config)
    if (files.some(file => !sentencesBefore.has(file))) {
      const before = new Map(files.map(file => [file, textBefore(file)]))
      const { byFile } = diagnose(root, options, files, before, parsed)
      for (const [file, diagnostics] of byFile) sentencesBefore.set(file, diagnostics.map(sentenceOf))
    }
    const { program, byFile } = diagnose(root, options, files, after, parsed)
    return [...byFile].flatMap(([file, diagnostics]) => {
      const said = sentencesBefore.get(file) ?? []
      const known = [...said]
      return diagnostics.flatMap(diagnostic => newFault(program, file, diagnostic, { said, known }))
    })
  }

  function newFault(
    program: ts.Program,
    file: string,
    diagnostic: ts.Diagnostic,
    { said, known }: { readonly said: readonly string[]; readonly known: string[] },
  ): readonly NewFault[] {
    const message = sentenceOf(diagnostic)
    const at = known.indexOf(message)
    if (at !== -1) {
      known.splice(at, 1)
      return []
    }
    // `detail ?? title` says twice what was said once, and so says the fault twice that was there before.
    if (said.includes(message) && !isAboutNewMember(diagnostic)) return []
    return [{ file, message, missing: missingMember(program, diagnostic, path => ownFile(root, path)) }]
  }
}

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

/** A host that reads the texts as they would be, the rest from the disk, and the libraries from the compiler's own package. */
function hostOf(
  root: string,
  options: ts.CompilerOptions,
  texts: ReadonlyMap<string, string>,
  parsed: Map<string, ts.SourceFile>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true)
  const byPath = new Map([...texts].map(([file, text]) => [join(root, file), text]))
  const read = (path: string) => byPath.get(path) ?? libraryText(path) ?? ts.sys.readFile(path)
  return {
    ...host,
    getDefaultLibLocation: () => LIBRARIES,
    getDefaultLibFileName: () => `${LIBRARIES}/${ts.getDefaultLibFileName(options)}`,
    fileExists: path => byPath.has(path) || libraryText(path) !== undefined || ts.sys.fileExists(path),
    readFile: read,
    getSourceFile: (path, language) => {
      const own = byPath.get(path)
      if (own !== undefined) return ts.createSourceFile(path, own, language, true)
      const known = parsed.get(path)
      if (known !== undefined) return known
      const text = read(path)
      if (text === undefined) return undefined
      const shared = libraryText(path) === undefined ? parsed : librariesOf(language)
      const library = shared.get(path)
      if (library !== undefined) return library
      const file = ts.createSourceFile(path, text, language, true)
      shared.set(path, file)
      return file
    },
  }
}

const LIBRARIES = libFolderInMemoryPath
const libraries = new Map(getLibFiles().map(file => [`${LIBRARIES}/${file.fileName}`, file.text]))

// The libraries of the compiler never change: parsing them is most of what a small repository costs.
const parsedLibraries = new Map<string, Map<string, ts.SourceFile>>()

function librariesOf(language: ts.ScriptTarget | ts.CreateSourceFileOptions): Map<string, ts.SourceFile> {
  const key = JSON.stringify(language)
  const known = parsedLibraries.get(key) ?? new Map<string, ts.SourceFile>()
  parsedLibraries.set(key, known)
  return known
}

function libraryText(path: string): string | undefined {
  return libraries.get(path)
}

interface Diagnosed {
  readonly program: ts.Program
  readonly byFile: ReadonlyMap<string, readonly ts.Diagnostic[]>
}

function diagnose(
  root: string,
  options: ts.CompilerOptions,
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  parsed: Map<string, ts.SourceFile>,
): Diagnosed {
  const host = hostOf(root, options, texts, parsed)
  const program = openProgram({ rootNames: files.map(file => join(root, file)), options, host })
  const byFile = new Map(
    files.map(file => {
      const source = program.getSourceFile(join(root, file))
      return [file, source === undefined ? [] : program.getSemanticDiagnostics(source)] as const
    }),
  )
  return { program, byFile }
}

// The compiler opens one import inside the other, and thousands of them in a row overflow its stack: then the files are
// asked without what they import, before as after.
function openProgram(wanted: ts.CreateProgramOptions): ts.Program {
  try {
    return ts.createProgram(wanted)
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return ts.createProgram({ ...wanted, options: { ...wanted.options, noResolve: true } })
  }
}

function sentenceOf({ code, messageText }: ts.Diagnostic): string {
  return `${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
}

// A type of a package or of a `.d.ts` is not ours to change.
function ownFile(root: string, path: string): string | null {
  const name = relative(root, path).split(sep).join('/')
  return kindOfFile(name) === 'source' && !name.startsWith('../') ? name : null
}
