import { dirname, relative } from 'node:path/posix'
import type { Catalogue } from '@problemshift/catalogue'
import type { Decision } from '../decide/decide.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { hasModifier } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import type { Read } from './code-read.ts'
import type { Splice } from './splice.ts'

const GUARD = 'isProblem'

/** What a rewritten test asks: the `code`, the `type`, or the guard of the codes module. */
export type BranchStyle =
  | { readonly by: 'code' | 'type' }
  /** `module`: the file, relative to the root, or the package that exports `isProblem`. */
  | { readonly by: 'isProblem'; readonly module: string }

/** Whether the style can be said of this contract: by the `type` nobody can branch where all problems have the same one. */
export function isSayable({ branch, codeMember }: Tracer, { contract }: Catalogue): boolean {
  if (branch.by === 'type') return contract.type === 'per-code'
  return contract.code !== null && /^[A-Za-z_$][\w$]*$/.test(codeMember)
}

/** What stands for a code in a rewritten test. */
export function spelled({ branch }: Tracer, { problems }: Catalogue, codes: readonly string[]): readonly string[] {
  if (branch.by !== 'type') return codes
  return codes.map(code => problems.find(problem => problem.code === code)?.type ?? code)
}

/** The read as it is asked in the style. The guard is asked about the body: where there is none at hand, the code is. */
export function withGuard({ branch }: Tracer, { unit, match }: MessageRead, read: Read): Read {
  if (branch.by !== 'isProblem' || read.body === undefined || match.question.kind !== 'condition') return read
  const edits = guardImport(unit, branch.module)
  return edits === null ? read : { ...read, guard: GUARD, edits: [...read.edits, ...edits] }
}

/** A decision whose codes are written as the style has them. */
export function spelledOut(t: Tracer, catalogue: Catalogue, decision: Decision): Decision {
  if (decision.outcome === 'keep') return decision
  const answers = decision.answers.map(answer => ({ ...answer, codes: spelled(t, catalogue, answer.codes) }))
  return { ...decision, answers }
}

/** What makes the guard known in a file: nothing where it is already, an import; `null` where it cannot be imported. */
function guardImport(unit: Unit, module: string): readonly Splice[] | null {
  const { statements } = unit.tree
  const imports = statements.filter(ts.isImportDeclaration)
  const isModule = imports.length > 0 || statements.some(one => hasModifier(one, ts.SyntaxKind.ExportKeyword))
  // What is required may be no CommonJS.
  if (!isModule || unit.file === module) return null
  const specifier = specifierOf(unit.file, module, imports)
  const known = unit.bindings.top.names.get(GUARD)
  if (known !== undefined) return isGuard(known.node, specifier) ? [] : null
  const last = imports.at(-1)
  const quote = last?.moduleSpecifier.getText().startsWith('"') ? '"' : "'"
  const eol = unit.source.text.includes('\r\n') ? '\r\n' : '\n'
  const text = `import { ${GUARD} } from ${quote}${specifier}${quote}${last?.getText().endsWith(';') ? ';' : ''}`
  if (last !== undefined) return [{ file: unit.file, start: last.end, end: last.end, text: `${eol}${text}` }]
  const at = statements[0]?.getStart() ?? 0
  return [{ file: unit.file, start: at, end: at, text: `${text}${eol}` }]
}

function isGuard(node: ts.Node, specifier: string): boolean {
  if (!ts.isImportSpecifier(node)) return false
  const from = node.parent.parent.parent.moduleSpecifier
  return (node.propertyName ?? node.name).text === GUARD && ts.isStringLiteral(from) && from.text === specifier
}

const SOURCE = /\.([cm]?)[jt]sx?$/

// The file is named as the other imports beside it name theirs.
function specifierOf(file: string, module: string, imports: readonly ts.ImportDeclaration[]): string {
  if (!SOURCE.test(module)) return module
  const path = relative(dirname(file), module)
  const named = path.startsWith('.') ? path : `./${path}`
  const others = imports.flatMap(({ moduleSpecifier: at }) =>
    ts.isStringLiteral(at) && at.text.startsWith('.') ? [at.text] : [],
  )
  if (others.some(other => /\.[cm]?tsx?$/.test(other))) return named
  const isBare = others.length > 0 && others.every(other => !SOURCE.test(other))
  return named.replace(SOURCE, isBare ? '' : '.$1js')
}
