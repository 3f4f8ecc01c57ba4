import { ts } from './compiler.ts'

/** What a name was declared as. `pattern` covers any variable or parameter name, plain or destructured. */
export type DeclarationKind = 'variable' | 'parameter' | 'function' | 'class' | 'enum' | 'import' | 'catch' | 'type'

/** One declared name and every place of its file that means it: identity by symbol, never by spelling. */
export interface Declaration {
  readonly kind: DeclarationKind
  readonly name: string
  readonly id: ts.Identifier
  /** The node that declares: a variable declaration, binding element, parameter, function, import specifier, … */
  readonly node: ts.Node
  readonly scope: Scope
  /** Further declarations of the same name: `var` twice. */
  readonly again: ts.Node[]
  /** Every other identifier that means this one, in order. */
  readonly references: ts.Identifier[]
}

export interface Scope {
  readonly node: ts.Node
  readonly parent: Scope | null
  readonly names: Map<string, Declaration>
}

/** The names of one file. */
export interface Bindings {
  /** What an identifier means; `null` for a global or a property name. */
  readonly of: (id: ts.Identifier) => Declaration | null
  /** What a name would mean at a place. */
  readonly named: (name: string, at: ts.Node) => Declaration | null
  readonly top: Scope
}

/** Resolves every identifier of a file to its declaration, by the language's own scopes. */
export function bindFile(file: ts.SourceFile): Bindings {
  const scopes = new Map<ts.Node, Scope>()
  const top: Scope = { node: file, parent: null, names: new Map() }
  scopes.set(file, top)
  const declared = new Map<ts.Identifier, Declaration>()
  const used: { id: ts.Identifier; scope: Scope }[] = []

  const declare = (kind: DeclarationKind, id: ts.Identifier, node: ts.Node, scope: Scope) => {
    const known = scope.names.get(id.text)
    // A type and a value may share a name, and overloads share one: the value that stands first is the meaning.
    const replaces = known !== undefined && (isTypeOf(known, kind) || isSignature(known.node))
    if (known !== undefined && !replaces) {
      declared.set(id, known)
      if (kind !== 'type') known.again.push(node)
      return
    }
    const references = known?.references ?? []
    const declaration: Declaration = { kind, name: id.text, id, node, scope, again: [], references }
    scope.names.set(id.text, declaration)
    declared.set(id, declaration)
  }

  const visit = (node: ts.Node, outer: Scope): void => {
    declareName(node, outer, declare)
    const scope = opensScope(node) ? openScope(node, outer) : outer
    if (ts.isIdentifier(node) && isUse(node)) used.push({ id: node, scope })
    ts.forEachChild(node, child => visit(child, scope))
  }
  const openScope = (node: ts.Node, parent: Scope): Scope => {
    const scope: Scope = { node, parent, names: new Map() }
    scopes.set(node, scope)
    // The name of a function or class expression is known inside it only.
    if ((ts.isFunctionExpression(node) || ts.isClassExpression(node)) && node.name !== undefined) {
      declare(ts.isClassExpression(node) ? 'class' : 'function', node.name, node, scope)
    }
    return scope
  }
  ts.forEachChild(file, child => visit(child, top))

  const meaning = new Map<ts.Identifier, Declaration>()
  for (const { id, scope } of used) {
    const declaration = lookUp(id.text, scope)
    if (declaration === null || declaration.id === id) continue
    meaning.set(id, declaration)
    declaration.references.push(id)
  }
  return {
    of: id => meaning.get(id) ?? declared.get(id) ?? null,
    named: (name, at) => lookUp(name, nearest(at, scopes) ?? top),
    top,
  }
}

function isTypeOf(known: Declaration, kind: DeclarationKind): boolean {
  return known.kind === 'type' && kind !== 'type'
}

// An overload says how a function may be called; the one with the body says what it does.
function isSignature(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) && node.body === undefined
}

function lookUp(name: string, from: Scope): Declaration | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const found = scope.names.get(name)
    if (found !== undefined) return found
  }
  return null
}

function nearest(at: ts.Node, scopes: ReadonlyMap<ts.Node, Scope>): Scope | undefined {
  for (let node = at; ; node = node.parent) {
    const scope = scopes.get(node)
    if (scope !== undefined || node.parent === undefined) return scope
  }
}

type Declare = (kind: DeclarationKind, id: ts.Identifier, node: ts.Node, scope: Scope) => void

function declareName(node: ts.Node, scope: Scope, declare: Declare): void {
  if (ts.isVariableDeclaration(node)) {
    const caught = ts.isCatchClause(node.parent)
    const home = caught ? scope : scopeOfVariable(node, scope)
    declarePattern(caught ? 'catch' : 'variable', node.name, node, home, declare)
  } else if (ts.isParameter(node)) declarePattern('parameter', node.name, node, scope, declare)
  else {
    const named = declaredAs(node)
    if (named !== null) declare(named.kind, named.id, node, scope)
  }
}

function declaredAs(node: ts.Node): { readonly kind: DeclarationKind; readonly id: ts.Identifier } | null {
  if (ts.isFunctionDeclaration(node) && node.name) return { kind: 'function', id: node.name }
  if (ts.isClassDeclaration(node) && node.name) return { kind: 'class', id: node.name }
  if (ts.isEnumDeclaration(node)) return { kind: 'enum', id: node.name }
  if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)) return { kind: 'type', id: node.name }
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node)) {
    return { kind: 'type', id: node.name }
  }
  if (ts.isImportClause(node) && node.name) return { kind: 'import', id: node.name }
  if (ts.isNamespaceImport(node) || ts.isImportSpecifier(node)) return { kind: 'import', id: node.name }
  return ts.isImportEqualsDeclaration(node) ? { kind: 'import', id: node.name } : null
}

function declarePattern(
  kind: DeclarationKind,
  name: ts.BindingName,
  node: ts.Node,
  scope: Scope,
  declare: Declare,
): void {
  if (ts.isIdentifier(name)) {
    declare(kind, name, node, scope)
    return
  }
  for (const element of name.elements) {
    if (ts.isBindingElement(element)) declarePattern(kind, element.name, element, scope, declare)
  }
}

// `var` belongs to the function, whatever block it stands in.
function scopeOfVariable(node: ts.VariableDeclaration, scope: Scope): Scope {
  if (ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped) return scope
  let home = scope
  while (home.parent !== null && !ts.isFunctionLike(home.node) && !ts.isModuleBlock(home.node)) home = home.parent
  return home
}

// Asked of every node: one look at its kind, not fifteen.
function opensScope(node: ts.Node): boolean {
  return SCOPES.has(node.kind)
}

const SCOPES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
  ts.SyntaxKind.MethodSignature,
  ts.SyntaxKind.CallSignature,
  ts.SyntaxKind.ConstructSignature,
  ts.SyntaxKind.IndexSignature,
  ts.SyntaxKind.FunctionType,
  ts.SyntaxKind.ConstructorType,
  ts.SyntaxKind.JSDocSignature,
  ts.SyntaxKind.JSDocFunctionType,
  ts.SyntaxKind.Block,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.CaseBlock,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.ModuleBlock,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.MappedType,
  ts.SyntaxKind.ConditionalType,
  ts.SyntaxKind.ClassStaticBlockDeclaration,
])

// Whether an identifier stands for a variable or a type, rather than being the name of a member or a label.
function isUse(id: ts.Identifier): boolean {
  const parent = id.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === id
  if (ts.isQualifiedName(parent)) return parent.left === id
  if (ts.isBindingElement(parent)) return parent.initializer === id
  if (ts.isExportSpecifier(parent)) return isLocalExport(parent, id)
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false
  if (ts.isPropertyAssignment(parent)) return parent.initializer === id
  if (ts.isJsxAttribute(parent) || ts.isMetaProperty(parent) || ts.isNamespaceExport(parent)) return false
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false
  if (ts.isEnumMember(parent)) return parent.initializer === id
  if (isNamedMember(parent)) return parent.name !== id
  return true
}

function isLocalExport(specifier: ts.ExportSpecifier, id: ts.Identifier): boolean {
  if (specifier.parent.parent.moduleSpecifier !== undefined) return false
  return (specifier.propertyName ?? specifier.name) === id
}

function isNamedMember(node: ts.Node): node is ts.Node & { readonly name: ts.Node } {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isImportEqualsDeclaration(node)
  )
}
