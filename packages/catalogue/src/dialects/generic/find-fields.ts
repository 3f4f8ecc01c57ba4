import { HOLDERS, LISTS, MAPS } from './field-containers.ts'
import type { Candidate, FieldContext } from './field-context.ts'
import { holdsFieldList, holdsPlaces, isFieldList, readByPlace, readOtherLists } from './field-holder.ts'
import { fieldsInSentence, MESSAGE_NOTATIONS } from './field-sentence.ts'
import { evidenceOf, readTree } from './field-tree.ts'
import type { FoundField } from './found-field.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'
import { readList } from './read-list.ts'
import { readMap } from './read-map.ts'
import { isWholeMap, rootMap } from './root-map.ts'
import { scopeOf } from './scope-words.ts'
import { isJsonText, isToken } from './texts.ts'

const MAX_HOLDERS = 60

/** The field errors of a body: from the container that speaks of fields best. */
export function findFields(layers: readonly unknown[], context: FieldContext): readonly FoundField[] {
  if (layers.length === 1 && isWholeMap(layers[0], context)) return readTree(layers[0])
  const candidates: Candidate[] = []
  for (const layer of layers) if (isList(layer)) push(candidates, readList(layer, context) ?? readCoded(layer, context))
  for (const holder of holders(layers))
    if (isTree(holder)) push(candidates, { fields: readTree(holder), located: true })
  for (const holder of holders(layers)) readHolder(holder, context, candidates)
  const best = bestOf(candidates)
  if (best !== null) return best.fields
  const mapped = layers.flatMap(layer => rootMap(layer, layers, context))
  if (mapped.length > 0) return mapped
  return context.wording === null || context.status >= 500 ? [] : fieldsInSentence(context.wording, MESSAGE_NOTATIONS)
}

/** The body is a list of errors without fields: those behind the first are told as well. */
function readCoded(list: readonly unknown[], context: FieldContext): Candidate | null {
  return isRecord(list[0]) ? readList(list, context, 'errors') : null
}

function push(candidates: Candidate[], candidate: Candidate | null): void {
  if (candidate !== null && candidate.fields.length > 0) candidates.push(candidate)
}

/** Zod 4 `treeifyError`, spread into the error. */
function isTree(holder: unknown): boolean {
  return isList(member(holder, 'errors')) && (isRecord(member(holder, 'properties')) || isList(member(holder, 'items')))
}

/** Paths first, then codes, then the order in which they were found. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) if (best === null || worth(candidate) > worth(best)) best = candidate
  return best
}

function worth({ fields, located }: Candidate): number {
  return (located ? 4 : 0) + (fields.some(field => field.code !== null) ? 2 : 0)
}

/** The objects that may hold a container: the layers, and what is known to wrap details. */
function holders(layers: readonly unknown[]): readonly unknown[] {
  const queue: unknown[] = [...layers]
  const seen = new Set<unknown>(queue)
  for (let i = 0; i < queue.length && queue.length < MAX_HOLDERS; i++) {
    const { spelled, value } = membersOf(queue[i])
    for (const [spelling, name] of spelled) {
      const inner = value[name]
      if (
        !HOLDERS.has(spelling) &&
        !holdsFieldList(inner) &&
        !holdsPlaces(inner) &&
        !isFlattened(inner) &&
        !isOfHolders(inner)
      )
        continue
      for (const one of isList(inner) ? inner.slice(0, 20) : [inner]) {
        if (!isRecord(one) || seen.has(one)) continue
        seen.add(one)
        queue.push(one)
      }
    }
  }
  return queue
}

/** `items: [{ validationMessages: [...] }]`: each thing of a list with a list of its own. */
function isOfHolders(value: unknown): boolean {
  return isList(value) && value.length <= 200 && value.some(holdsFieldList)
}

function readHolder(holder: unknown, context: FieldContext, candidates: Candidate[]): void {
  const flattened = readFlattened(holder)
  if (flattened !== null) candidates.push(flattened)
  push(candidates, readBySource(member(holder, 'validation'), context.wording))
  push(candidates, readByPlace(holder, context))
  for (const spelling of heldBy(holder, LISTS)) {
    const value = member(holder, spelling)
    const parsed = typeof value === 'string' && isJsonText(value) ? parse(value) : value
    if (isList(parsed))
      push(candidates, withWhole(placed(readList(parsed, context, spelling), holder), holder, spelling))
    else if (isRecord(parsed) && parsed !== value) push(candidates, readMap(parsed, spelling, context))
    // XML has no lists of one.
    else if (/(?:errors|violations)$/.test(spelling) && isFieldList([value]))
      push(candidates, readList([value], context))
  }
  push(candidates, readUnderCode(holder, context))
  for (const other of readOtherLists(holder, context)) push(candidates, other)
  for (const spelling of heldBy(holder, MAPS)) {
    const map = readMap(member(holder, spelling), spelling, context)
    push(candidates, spelling === 'messages' ? withCodes(map, member(holder, 'codes')) : map)
  }
}

/** LoopBack 3: `codes: { isbn: ["presence"] }` beside `messages: { isbn: ["can't be blank"] }`. */
function withCodes(candidate: Candidate | null, codes: unknown): Candidate | null {
  if (candidate === null || !isRecord(codes)) return candidate
  const seen = new Map<string, number>()
  const fields = candidate.fields.map(field => {
    const name = field.path.join('.')
    const at = seen.get(name) ?? 0
    seen.set(name, at + 1)
    const listed = Object.hasOwn(codes, name) ? codes[name] : null
    const code: unknown = isList(listed) ? listed[at] : null
    return field.code === null && typeof code === 'string' && isToken(code) ? { ...field, code } : field
  })
  return { ...candidate, fields }
}

/** `error_detail: { ARGUMENTS_ERROR: { … } }`: the fields lie under the name of the code. */
function readUnderCode(holder: unknown, context: FieldContext): Candidate | null {
  const { names, value } = membersOf(holder)
  for (const name of context.code === null ? [] : names) {
    const inner = membersOf(value[name])
    const [only] = inner.names
    if (inner.names.length === 1 && only === String(context.code)) return readMap(inner.value[only], 'errors', context)
  }
  return null
}

/** `validationContext: "body"` beside the list (Fastify): the place of all that name none. */
function placed(candidate: Candidate | null, holder: unknown): Candidate | null {
  const word = heldBy(holder, SCOPE_WORDS).map(key => scopeOf(member(holder, key)))
  const scope = word.find(one => one !== null) ?? null
  if (candidate === null || scope === null || scope === 'global') return candidate
  return { ...candidate, fields: candidate.fields.map(field => (field.scope === null ? { ...field, scope } : field)) }
}

const SCOPE_WORDS = ['context', 'validationcontext', 'on', 'in', 'location', 'source', 'httppart']

/** `fieldErrors: [...]` beside `globalErrors: [...]` */
function withWhole(candidate: Candidate | null, holder: unknown, spelling: string): Candidate | null {
  if (candidate === null || spelling !== 'fielderrors') return candidate
  return { ...candidate, fields: [...candidate.fields, ...wholeBeside(holder)] }
}

/** `JSON.parse` of a list that was put into a text (Zod's message); `null` where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Zod's `flatten`, under any name (tRPC: `data.zodError`). */
function isFlattened(value: unknown): boolean {
  return isRecord(member(value, 'fielderrors')) && isList(member(value, 'formerrors'))
}

/** Zod's `flatten`: `formErrors` beside `fieldErrors`; Valibot's: `root` beside `nested`. */
function readFlattened(holder: unknown): Candidate | null {
  const map = member(holder, 'fielderrors') ?? (isList(member(holder, 'root')) ? member(holder, 'nested') : undefined)
  if (!isRecord(map) || evidenceOf(map) === 'none') return null
  const fields = [...readTree(map), ...wholeBeside(holder)]
  return fields.length === 0 ? null : { fields, located: true }
}

const WHOLE_LISTS = ['formerrors', 'globalerrors', 'objecterrors', 'generalerrors', 'root'] as const

/** The errors about the whole input in a list of their own, beside the one of the fields. */
function wholeBeside(holder: unknown): readonly FoundField[] {
  return heldBy(holder, WHOLE_LISTS).flatMap(key => {
    const list = member(holder, key)
    return isList(list) ? readTree({ '': list }) : []
  })
}

/** hapi and celebrate: `validation: { source, keys }`, or one of these for each place. The sentences lie beside it. */
function readBySource(value: unknown, wording: string | null): Candidate | null {
  if (!isRecord(value)) return null
  const parts = Array.isArray(value.keys) ? [value] : Object.values(value).slice(0, 8)
  const fields: FoundField[] = []
  for (const part of parts) {
    const message = isRecord(part) ? (part.message ?? wording) : null
    if (!isRecord(part) || typeof part.source !== 'string' || typeof message !== 'string') return null
    const scope = scopeOf(part.source)
    for (const field of fieldsInSentence(message, MESSAGE_NOTATIONS)) fields.push({ ...field, scope })
  }
  return fields.length === 0 ? null : { fields, located: true }
}
