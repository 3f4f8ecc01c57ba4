import { ts } from '../source/compiler.ts'

/** What a module declares, takes in and hands on, by the names that others may ask for. */
export interface ModuleShape {
  /** Where each name of a module's own comes from: the names that its declarations mention. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>
  readonly imported: ReadonlyMap<string, From>
  /** By the exported name. */
  readonly exported: ReadonlyMap<string, From | { readonly local: string }>
  /** Modules of which everything is handed on. */
  readonly stars: readonly string[]
  /** Modules that are opened whatever is asked for. */
  readonly always: readonly string[]
  /** Every module that its statements name. */
  readonly named: ReadonlySet<string>
  /** The statements that are no imports and exports alone, with the names that they have a part in. */
  readonly statements: readonly Part[]
}

interface Part {
  readonly start: number
  readonly end: number
  readonly names: readonly string[]
}

/** A name of another module; `*` for all of it. */
export interface From {
  readonly specifier: string
  readonly name: string
}

interface Draft {
  readonly tree: ts.SourceFile
  readonly declared: Map<string, Set<string>>
  readonly imported: Map<string, From>
  readonly exported: Map<string, From | { readonly local: string }>
  readonly stars: string[]
  readonly always: string[]
  readonly named: Set<string>
  readonly statements: Part[]
  /** The names that may come to hold something else. */
  readonly changing: Set<string>
  /** The statements that declare nothing. */
  readonly loose: ts.Statement[]
}

const DEFAULT = 'default'

/** The shape of a module; `null` where it cannot be told by names: a script, CommonJS, or what adds to types of others. */
export function shapeOf(tree: ts.SourceFile): ModuleShape | null {
  if (tree.isDeclarationFile || !/\.[cm]?tsx?$/.test(tree.fileName) || !ts.isExternalModule(tree)) return null
  if (tree.referencedFiles.length > 0 || tree.typeReferenceDirectives.length > 0) return null
  const draft: Draft = {
    tree,
    declared: new Map(),
    imported: new Map(),
    exported: new Map(),
    stars: [],
    always: [],
    named: new Set(),
    statements: [],
    changing: new Set(),
    loose: [],
  }
  if (!tree.statements.every(statement => addStatement(draft, statement))) return null
  for (const node of draft.loose) addLoose(draft, node)
  const { declared, imported, exported, stars, always, named, statements } = draft
  return { declared, imported, exported, stars, always, named, statements }
}

/** The text of a module with blanks where nothing has a part in these names. */
export function prunedText(text: string, { statements }: ModuleShape, names: ReadonlySet<string>): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, names: own } of statements.toSorted((a, b) => a.start - b.start)) {
    if (own.some(name => names.has(name))) continue
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    at = end
  }
  // A module without imports and exports would be a script, and its names everybody's.
  return `${pieces.join('')}${text.slice(at)}\nexport {}`
}

function addStatement(draft: Draft, node: ts.Statement): boolean {
  if (ts.isImportDeclaration(node)) return addImport(draft, node)
  if (ts.isExportDeclaration(node)) return addExport(draft, node)
  if (ts.isVariableStatement(node)) return addVariables(draft, node)
  if (ts.isExportAssignment(node)) {
    if (node.isExportEquals === true) return false
    draft.exported.set(DEFAULT, { local: DEFAULT })
    addDeclared(draft, DEFAULT, node.expression)
    return addPart(draft, node, [DEFAULT])
  }
  if (isNamedDeclaration(node)) {
    if (ts.isModuleDeclaration(node) && !ts.isIdentifier(node.name)) return false
    if (ts.isModuleDeclaration(node) && (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0) return false
    const name = node.name?.text ?? DEFAULT
    handOn(draft, node, name)
    addDeclared(draft, name, node)
    return addPart(draft, node, [name])
  }
  if (ts.isImportEqualsDeclaration(node) || ts.isNamespaceExportDeclaration(node)) return false
  draft.loose.push(node)
  return true
}

type NamedDeclaration =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration
  | ts.ModuleDeclaration

function isNamedDeclaration(node: ts.Node): node is NamedDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node)
  )
}

function handOn(draft: Draft, node: ts.Node, name: string): void {
  const kinds = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({ kind }) => kind) : []
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return
  draft.exported.set(kinds.includes(ts.SyntaxKind.DefaultKeyword) ? DEFAULT : name, { local: name })
}

function addImport(
  { imported, always, named }: Draft,
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
): boolean {
  if (!ts.isStringLiteralLike(moduleSpecifier)) return false
  const specifier = moduleSpecifier.text
  named.add(specifier)
  if (importClause === undefined) {
    always.push(specifier)
    return true
  }
  const { name, namedBindings } = importClause
  if (name !== undefined) imported.set(name.text, { specifier, name: DEFAULT })
  if (namedBindings === undefined) return true
  if (ts.isNamespaceImport(namedBindings)) imported.set(namedBindings.name.text, { specifier, name: '*' })
  else {
    for (const one of namedBindings.elements)
      imported.set(one.name.text, { specifier, name: (one.propertyName ?? one.name).text })
  }
  return true
}

function addExport(
  { exported, stars, named }: Draft,
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
): boolean {
  const specifier =
    moduleSpecifier !== undefined && ts.isStringLiteralLike(moduleSpecifier) ? moduleSpecifier.text : null
  if (specifier !== null) named.add(specifier)
  if (exportClause === undefined) {
    if (specifier !== null) stars.push(specifier)
    return specifier !== null
  }
  if (ts.isNamespaceExport(exportClause)) {
    if (specifier !== null) exported.set(exportClause.name.text, { specifier, name: '*' })
    return specifier !== null
  }
  for (const { name, propertyName } of exportClause.elements) {
    const own = (propertyName ?? name).text
    exported.set(name.text, specifier === null ? { local: own } : { specifier, name: own })
  }
  return true
}

function addVariables(draft: Draft, node: ts.VariableStatement): boolean {
  const isConstant = (node.declarationList.flags & ts.NodeFlags.Const) !== 0
  for (const declaration of node.declarationList.declarations) {
    for (const name of namesIn(declaration.name)) {
      // Without a type of its own it is what it is given somewhere.
      if (!isConstant && declaration.type === undefined) draft.changing.add(name)
      handOn(draft, node, name)
      addDeclared(draft, name, declaration)
    }
  }
  return addPart(
    draft,
    node,
    node.declarationList.declarations.flatMap(({ name }) => namesIn(name)),
  )
}

function addPart({ tree, statements }: Draft, node: ts.Node, names: readonly string[]): true {
  statements.push({ start: node.getStart(tree), end: node.end, names })
  return true
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? namesIn(element.name) : []))
}

function addLoose(draft: Draft, node: ts.Statement): void {
  const mentions = new Set<string>()
  collectMentions(draft, node, mentions)
  const owner = ownerOf(node)
  const names = [...mentions].filter(name => name === owner || draft.changing.has(name))
  for (const name of names) for (const mention of mentions) draft.declared.get(name)?.add(mention)
  addPart(draft, node, names)
}

// View.label = '…' is a member of View from then on.
function ownerOf(node: ts.Statement): string | null {
  if (!ts.isExpressionStatement(node) || !ts.isBinaryExpression(node.expression)) return null
  let owner: ts.Node = node.expression.left
  while (ts.isPropertyAccessExpression(owner) || ts.isElementAccessExpression(owner)) owner = owner.expression
  return ts.isIdentifier(owner) ? owner.text : null
}

function addDeclared(draft: Draft, name: string, node: ts.Node): void {
  const mentions = draft.declared.get(name) ?? new Set()
  draft.declared.set(name, mentions)
  collectMentions(draft, node, mentions)
}

function collectMentions(draft: Draft, node: ts.Node, mentions: Set<string>): void {
  if (ts.isIdentifier(node)) mentions.add(node.text)
  const inside = moduleInside(node)
  if (inside !== null) {
    draft.named.add(inside)
    draft.imported.set(`import ${inside}`, { specifier: inside, name: '*' })
    mentions.add(`import ${inside}`)
  }
  // An element is of a type of the JSX factory's namespace.
  if (ts.isJsxOpeningLikeElement(node) || ts.isJsxOpeningFragment(node)) mentions.add('React')
  ts.forEachChild(node, child => {
    // Who says what a function gives need not be asked how it makes it.
    const isBody = ts.isFunctionLike(node) && 'body' in node && node.body === child && node.type !== undefined
    // `a.b` mentions a.
    const isMember = ts.isPropertyAccessExpression(node) && node.name === child
    if (!isBody && !isMember) collectMentions(draft, child, mentions)
  })
}

// import('…'), as a type or as a call.
function moduleInside(node: ts.Node): string | null {
  const named = ts.isImportTypeNode(node)
    ? ts.isLiteralTypeNode(node.argument) && node.argument.literal
    : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]
  return named && ts.isStringLiteralLike(named) ? named.text : null
}
