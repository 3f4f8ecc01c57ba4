import type { Catalogue } from '@problemshift/catalogue'
import type { Asked, Belonging } from '../../detect/api-scope.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, textAfter } from '../../plan/plan.ts'
import type { Unit } from '../../source/project.ts'
import { whoseAnswer } from '../read/whose-answer.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import { type AcceptPlace, acceptPlaces } from './accept.ts'
import { comparedTypes } from './compared-types.ts'
import { tripMarks } from './may-trip.ts'
import { trippingsIn } from './trips.ts'

interface ContentTypeScope {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
  readonly accept: boolean
}

type Belongs = (asked: Asked) => Belonging

/** The rule `content-type`: what trips over `application/problem+json`, and, where it is wanted, what asks for it. */
export function planContentType(t: Tracer, files: readonly string[], scope: ContentTypeScope): readonly PlannedSite[] {
  const belongs: Belongs = asked => whoseAnswer(t, scope.catalogue, scope.api, asked)
  const mayTrip = tripMarks(t.clients.models)
  return files.flatMap(file => {
    const text = t.project.sourceOf(file)?.text ?? ''
    const unit = mayTrip(text) || scope.accept || /content-type/i.test(text) ? t.project.open(file) : null
    if (unit === null) return []
    const accepted = scope.accept ? acceptIn(t, unit, belongs) : []
    return [...tripsIn(t, unit, belongs), ...comparedIn(t, unit, belongs), ...accepted]
  })
}

function tripsIn(t: Tracer, unit: Unit, belongs: Belongs): readonly PlannedSite[] {
  return trippingsIn(t, unit).flatMap(({ client, node, fix, call }) => {
    const model = t.clients.models.find(({ name }) => name === client)
    const asked =
      model === undefined || call === null ? null : { client: model, request: { call, instance: null }, trail: null }
    if (asked !== null && belongs(asked) === 'other') return []
    const base = siteAt(unit, node, 'content-type', client)
    const stays = mustStay(t, unit, node)
    return [stays === null ? { ...base, reason: 'client-breaks' as const, recipe: fix } : { ...base, reason: stays }]
  })
}

function comparedIn(t: Tracer, unit: Unit, belongs: Belongs): readonly PlannedSite[] {
  if (!/content-type/i.test(unit.source.text)) return []
  return comparedTypes(t, unit.tree).flatMap(({ node, answer, fixed }) => {
    const { value, trail } = answer
    if (value.kind !== 'place' || belongs({ client: value.client, request: value.request, trail }) === 'other')
      return []
    const base = { ...siteAt(unit, node, 'content-type', value.client.name), origin: wayOf(t, answer) }
    const stays = mustStay(t, unit, node)
    return [
      stays === null ? { ...base, reason: 'media-type-compared' as const, recipe: fixed } : { ...base, reason: stays },
    ]
  })
}

function acceptIn(t: Tracer, unit: Unit, belongs: Belongs): readonly PlannedSite[] {
  return acceptPlaces(t, unit).flatMap(place => acceptSite(t, unit, place, belongs))
}

function acceptSite(t: Tracer, unit: Unit, place: AcceptPlace, belongs: Belongs): readonly PlannedSite[] {
  const { node, value, splices, recipe } = place
  const api = belongs({ client: value.client, request: value.request, trail: null })
  if (api === 'other' || splices?.length === 0) return []
  const base = siteAt(unit, node, 'content-type', value.client.name)
  const stays = mustStay(t, unit, node) ?? (api === 'unknown' ? 'api-unknown' : null)
  if (stays !== null) return [{ ...base, reason: stays }]
  if (splices === null) return [{ ...base, reason: 'accept-not-at-hand', recipe }]
  return [{ ...base, outcome: 'rewrite', reason: null, after: textAfter(node, splices), splices }]
}
