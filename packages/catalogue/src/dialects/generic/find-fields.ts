import { HOLDERS, LISTS, MAPS } from './field-containers.ts'
import type { Candidate, FieldContext } from './field-context.ts'
import { holdsFieldList, holdsPlaces, readByPlace, readOtherLists } from './field-holder.ts'
import { fieldsInSentence, MESSAGE_NOTATIONS } from './field-sentence.ts'
import { evidenceOf, readTree } from './field-tree.ts'
import type { FoundField } from './found-field.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'
import { readList } from './read-list.ts'
import { readMap } from './read-map.ts'
import { rootMap } from './root-map.ts'
import { scopeOf } from './scope-words.ts'
import { isJsonText } from './texts.ts'

const MAX_HOLDERS = 60

/** The field errors of a body: from the container that speaks of fields best. */
export function findFields(layers: readonly unknown[], context: FieldContext): readonly FoundField[] {
  const candidates: Candidate[] = []
  for (const layer of layers) if (isList(layer)) push(candidates, readList(layer, context))
  for (const holder of holders(layers))
    if (isTree(holder)) push(candidates, { fields: readTree(holder), located: true })
  for (const holder of holders(layers)) readHolder(holder, context, candidates)
  const best = bestOf(candidates)
  if (best !== null) return best.fields
  const mapped = layers.flatMap(layer => rootMap(layer, layers, context))
  if (mapped.length > 0) return mapped
  return context.wording === null || context.status >= 500 ? [] : fieldsInSentence(context.wording, MESSAGE_NOTATIONS)
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
      if (!HOLDERS.has(spelling) && !holdsFieldList(inner) && !holdsPlaces(inner)) continue
      for (const one of isList(inner) ? inner.slice(0, 20) : [inner]) {
        if (!isRecord(one) || seen.has(one)) continue
        seen.add(one)
        queue.push(one)
      }
    }
  }
  return queue
}

function readHolder(holder: unknown, context: FieldContext, candidates: Candidate[]): void {
  const flattened = readFlattened(holder)
  if (flattened !== null) candidates.push(flattened)
  push(candidates, readBySource(member(holder, 'validation'), context.wording))
  push(candidates, readByPlace(holder, context))
  for (const spelling of heldBy(holder, LISTS)) {
    const value = member(holder, spelling)
    const parsed = typeof value === 'string' && isJsonText(value) ? parse(value) : value
    if (isList(parsed)) push(candidates, placed(readList(parsed, context, spelling), holder))
  }
  push(candidates, readUnderCode(holder, context))
  for (const other of readOtherLists(holder, context)) push(candidates, other)
  for (const spelling of heldBy(holder, MAPS)) push(candidates, readMap(member(holder, spelling), spelling, context))
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

/** `JSON.parse` of a list that was put into a text (Zod's message); `null` where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Zod's `flatten`: `formErrors` beside `fieldErrors`. */
function readFlattened(holder: unknown): Candidate | null {
  const map = member(holder, 'fielderrors')
  if (!isRecord(map) || evidenceOf(map) === 'none') return null
  const whole = member(holder, 'formerrors') ?? member(holder, 'globalerrors')
  const global = isList(whole) ? readTree({ '': whole }) : []
  const fields = [...readTree(map), ...global]
  return fields.length === 0 ? null : { fields, located: true }
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
