import { join } from 'node:path'
import { getLibFiles, libFolderInMemoryPath } from '@ts-morph/common'
import { ts } from '../source/compiler.ts'
import { neededModules, type NeededModules } from './needed-modules.ts'

/** Opens programs one after the other; they share what was parsed, and what is known of the modules. */
export interface ProgramOpener {
  /** A program over files that have these texts; it opens as much of the rest as the types of these files need. */
  readonly open: (
    options: ts.CompilerOptions,
    files: readonly string[],
    texts: ReadonlyMap<string, string>,
  ) => ts.Program
}

interface Modules {
  readonly paths: ts.ModuleResolutionCache
  readonly needed: NeededModules
  /** What a file writes out, by the module that it names. */
  readonly named: WeakMap<ts.SourceFile, ReadonlyMap<string, ts.StringLiteralLike>>
}

/** Programs over a repository; whoever asks with the same options is told from the same modules. */
export function programOpener(root: string): ProgramOpener {
  const parsed = new Map<string, ts.SourceFile>()
  const known = new Map<ts.CompilerOptions, Modules>()

  return {
    open: (options, files, texts) => {
      const rootNames = files.map(file => join(root, file))
      const modules = known.get(options) ?? modulesOf(root, options)
      known.set(options, modules)
      const host = hostOf({ root, options, texts, parsed, modules, asked: new Set(rootNames) })
      for (;;) {
        const program = createProgram({ rootNames, options, host })
        // A file may turn out to be asked for more than when it was opened.
        if (!modules.needed.grew()) return program
      }
    },
  }
}

function modulesOf(root: string, options: ts.CompilerOptions): Modules {
  const paths = ts.createModuleResolutionCache(root, path => path, options)
  const named: Modules['named'] = new WeakMap()
  const needed = neededModules({
    textOf: path => ts.sys.readFile(path),
    resolve: (specifier, tree) => {
      const literal = named.get(tree)?.get(specifier)
      const mode = literal === undefined ? undefined : ts.getModeForUsageLocation(tree, literal, options)
      const { resolvedModule } = ts.resolveModuleName(specifier, tree.fileName, options, ts.sys, paths, undefined, mode)
      return resolvedModule?.resolvedFileName
    },
  })
  return { paths, needed, named }
}

interface HostOptions {
  readonly root: string
  readonly options: ts.CompilerOptions
  readonly texts: ReadonlyMap<string, string>
  readonly parsed: Map<string, ts.SourceFile>
  readonly modules: Modules
  /** The files whose types are asked for. */
  readonly asked: ReadonlySet<string>
}

/** A host that reads the texts as they would be, the rest from the disk, and the libraries from the compiler's own package. */
function hostOf({ root, options, texts, parsed, modules, asked }: HostOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const byPath = new Map([...texts].map(([file, text]) => [join(root, file), text]))
  const read = (path: string) => byPath.get(path) ?? libraryText(path) ?? ts.sys.readFile(path)
  return {
    ...host,
    // Comments say nothing about the types of TypeScript.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
    getDefaultLibLocation: () => LIBRARIES,
    getDefaultLibFileName: () => `${LIBRARIES}/${ts.getDefaultLibFileName(options)}`,
    fileExists: path => byPath.has(path) || libraryText(path) !== undefined || ts.sys.fileExists(path),
    readFile: read,
    resolveModuleNameLiterals: (literals, path, redirected, _, tree) => {
      if (path.includes('/node_modules/') || path.startsWith(LIBRARIES))
        return literals.map(literal => resolved(literal, path, redirected, tree))
      modules.named.set(tree, new Map(literals.map(literal => [literal.text, literal])))
      const isNeeded = modules.needed.of(tree, asked.has(path))
      return literals.map(literal =>
        isNeeded(literal.text) ? resolved(literal, path, redirected, tree) : { resolvedModule: undefined },
      )
    },
    getSourceFile: (path, language) => {
      const own = byPath.get(path)
      if (own !== undefined) return ts.createSourceFile(path, own, language)
      if (libraryText(path) !== undefined) return sharedTree(librariesOf(language), path, language)
      if (path.includes('/node_modules/')) return sharedTree(parsed, path, language)
      if (!ts.sys.fileExists(path)) return undefined
      let whole: ts.SourceFile | undefined
      const parseWhole = () => {
        whole ??= ts.createSourceFile(path, read(path) ?? '', language)
        return whole
      }
      const text = modules.needed.textOf(path, parseWhole)
      const last = parsed.get(path)
      if (last !== undefined && (text === null || last.text === text)) return last
      const tree = text === null ? parseWhole() : ts.createSourceFile(path, text, language)
      parsed.set(path, tree)
      return tree
    },
  }

  function sharedTree(trees: Map<string, ts.SourceFile>, path: string, language: Language): ts.SourceFile | undefined {
    const known = trees.get(path)
    const text = known === undefined ? read(path) : undefined
    if (known !== undefined || text === undefined) return known
    const tree = ts.createSourceFile(path, text, language)
    trees.set(path, tree)
    return tree
  }

  function resolved(
    literal: ts.StringLiteralLike,
    path: string,
    redirected: ts.ResolvedProjectReference | undefined,
    tree: ts.SourceFile,
  ) {
    const mode = ts.getModeForUsageLocation(tree, literal, options)
    return ts.resolveModuleName(literal.text, path, options, ts.sys, modules.paths, redirected, mode)
  }
}

const LIBRARIES = libFolderInMemoryPath
const libraries = new Map(getLibFiles().map(file => [`${LIBRARIES}/${file.fileName}`, file.text]))

// The libraries of the compiler never change: parsing them is most of what a small repository costs.
const parsedLibraries = new Map<string, Map<string, ts.SourceFile>>()

type Language = ts.ScriptTarget | ts.CreateSourceFileOptions

function librariesOf(language: Language): Map<string, ts.SourceFile> {
  const key = JSON.stringify(language)
  const known = parsedLibraries.get(key) ?? new Map<string, ts.SourceFile>()
  parsedLibraries.set(key, known)
  return known
}

function libraryText(path: string): string | undefined {
  return libraries.get(path)
}

// The compiler opens one import inside the other, and thousands of them in a row overflow its stack: then the files are
// asked without what they import, before as after.
function createProgram(wanted: ts.CreateProgramOptions): ts.Program {
  try {
    return ts.createProgram(wanted)
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return ts.createProgram({ ...wanted, options: { ...wanted.options, noResolve: true } })
  }
}
