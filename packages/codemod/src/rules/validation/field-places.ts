import { type Catalogue, type Dialect, dialectsOf, type FieldPlaces, type PathSegment } from '@problemshift/catalogue'

/**
 * How field errors lie in a v1 body: a map from the field to its text, to its texts or to an object; a list of objects, or
 * of texts; or one object that names the field.
 */
export type Shape = 'text-map' | 'list-map' | 'object-map' | 'items' | 'texts' | 'one'

export const MAP_SHAPES: readonly Shape[] = ['text-map', 'list-map', 'object-map']
export const LIST_SHAPES: readonly Shape[] = ['items', 'texts']

/** What a member of one field error tells. */
export type ItemFact = 'message' | 'path' | 'code' | 'scope'

/** Where a dialect has its field errors. */
export interface FieldPlace {
  readonly dialect: string
  /** The members that lead from the body to what holds them all. */
  readonly path: readonly string[]
  readonly shape: Shape
  /** For each fact the members that tell it, tried in order; each may lie deeper (`source.pointer`). */
  readonly members: Readonly<Record<ItemFact, readonly (readonly string[])[]>>
}

/** The places of all dialects of the catalogue. */
export function fieldPlaces(catalogue: Catalogue): readonly FieldPlace[] {
  return dialectsOf(catalogue).flatMap(placesOf)
}

function placesOf(dialect: Dialect): readonly FieldPlace[] {
  return (dialect.places.fields ?? []).flatMap(place => placeOf(dialect.name, place) ?? [])
}

function placeOf(dialect: string, place: FieldPlaces): FieldPlace | null {
  const [, base = '', steps = ''] = /^(.*?)((?:\[\]|\{\})*)$/.exec(place.at) ?? []
  const shape = shapeOf(steps, place)
  if (shape === null || /[[{]/.test(base)) return null
  const members = (names: readonly string[] = []) => names.map(name => name.split('.'))
  const { message, path, code, scope } = place
  return {
    dialect,
    path: base === '' ? [] : base.split('.'),
    shape,
    members: { message: members(message), path: members(path), code: members(code), scope: members(scope) },
  }
}

function shapeOf(steps: string, { path = [], message = [] }: FieldPlaces): Shape | null {
  const hasMembers = path.length + message.length > 0
  switch (steps) {
    case '{}':
      return message.length > 0 ? 'object-map' : 'text-map'
    case '{}[]':
      return hasMembers ? null : 'list-map'
    case '[]':
      return hasMembers ? 'items' : 'texts'
    case '':
      return path.length > 0 ? 'one' : null
    default:
      return null
  }
}

/** The places at a path of the body. */
export function placesAt(places: readonly FieldPlace[], path: readonly PathSegment[]): readonly FieldPlace[] {
  return places.filter(place => place.path.length === path.length && place.path.every((step, at) => step === path[at]))
}

/**
 * Whether another dialect of the catalogue has its field errors elsewhere, or in another shape. In v2 all of them lie in one
 * place: a read of the one would get those of the other, too.
 */
export function isElsewhereToo(places: readonly FieldPlace[], chosen: readonly FieldPlace[]): boolean {
  const [first] = chosen
  if (first === undefined) return false
  const covers = (dialect: string) =>
    places.some(
      place => place.dialect === dialect && place.shape === first.shape && place.path.join() === first.path.join(),
    )
  return places.some(place => !isOfV2(place.dialect) && !covers(place.dialect))
}

// What these dialects read is v2 already.
function isOfV2(dialect: string): boolean {
  return dialect === 'kordiam' || dialect === 'contraforce'
}

// What a framework calls an error about the whole input, where its maps have a name for it.
const WHOLE_NAMES: Readonly<Record<string, string>> = { rails: 'base', 'django-rest': 'non_field_errors' }

/** The name under which a map has what is about the whole input: in v2 such an entry has no path. */
export function wholeName(chosen: readonly FieldPlace[]): string {
  const names = new Set(chosen.map(({ dialect }) => WHOLE_NAMES[dialect] ?? ''))
  const [only, more] = names
  return more === undefined ? (only ?? '') : ''
}

const DOTTED = new Set(['laravel', 'causeloop', 'errors-map', 'rails', 'django-rest', 'nestjs', 'errors-list'])
const BRACKETED = new Set(['aspnet', 'spring-boot', 'express-validator'])
const SEGMENTED = new Set(['zod', 'joi', 'fastapi', 'ruleforge'])

/** How these dialects write a path that leads into a list: `items.0.name`, `items[0].name`, or neither for sure. */
export function notationOf(chosen: readonly FieldPlace[]): 'dots' | 'brackets' | 'text' {
  if (chosen.every(({ dialect }) => DOTTED.has(dialect))) return 'dots'
  return chosen.every(({ dialect }) => BRACKETED.has(dialect)) ? 'brackets' : 'text'
}

/** Whether a path is a list of segments in all of these dialects. */
export function isSegmented(chosen: readonly FieldPlace[]): boolean {
  return chosen.every(({ dialect }) => SEGMENTED.has(dialect))
}
