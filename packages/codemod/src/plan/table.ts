import type { Reason } from '../decide/reasons.ts'
import { readsIn } from '../detect/detect.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { FormMatch } from '../forms/form.ts'
import { ts } from '../source/compiler.ts'

/** Why the keys of a table cannot become codes: something else looks into it, and would lose its keys. */
export function tableFault(t: Tracer, match: FormMatch): Reason | null {
  const { question, node, form } = match
  if (question.kind !== 'labels' || form !== 'lookup') return null
  const [label] = question.labels
  if (label === undefined || label.entry.getSourceFile() !== node.getSourceFile()) return 'table-used-elsewhere'
  const holder = holderOf(match)
  if (holder === null) return null
  const declaration = t.project.declarationOf(holder.name)
  if (declaration === null || !declaration.references.every(id => isLookup(t, match, id))) return 'table-used-elsewhere'
  const statement = holder.parent.parent
  return ts.isVariableStatement(statement) && (statement.modifiers?.length ?? 0) > 0 ? 'table-used-elsewhere' : null
}

/** All that look into one table change together. */
export function tableGroups(t: Tracer, match: FormMatch): readonly string[] {
  const holder = match.form === 'lookup' ? holderOf(match) : null
  return holder === null ? [] : [`${t.project.unitOf(holder).file}:${holder.getStart()}`]
}

type Holder = ts.VariableDeclaration & { readonly name: ts.Identifier }

function holderOf(match: FormMatch): Holder | null {
  const [label] = match.question.kind === 'labels' ? match.question.labels : []
  if (label === undefined) return null
  for (let at: ts.Node = label.entry; at.parent !== undefined && at !== match.node; at = at.parent) {
    if (isHolder(at)) return at
  }
  return null
}

function isHolder(node: ts.Node): node is Holder {
  return ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)
}

// TEXTS[message], TEXTS.get(message), message in TEXTS: the name stands for the table, not for what is looked up.
function isLookup(t: Tracer, match: FormMatch, id: ts.Identifier): boolean {
  return [match, ...readsIn(t, t.project.unitOf(id))].some(({ form, node, tested }) => {
    return form === 'lookup' && isIn(id, node) && !isIn(id, tested)
  })
}

function isIn(inside: ts.Node, node: ts.Node): boolean {
  return node.pos <= inside.pos && inside.end <= node.end
}
