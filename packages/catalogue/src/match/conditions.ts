import type { Sign } from '../entry.ts'
import { methodKey, pathKey } from './route-key.ts'

/** What a sign may ask for besides its wording, as strings that are compared as they stand; `null` asks for nothing. */
export interface Conditions {
  readonly code: string | null
  readonly status: string | null
  readonly path: string | null
  readonly method: string | null
  readonly dialect: string | null
  readonly language: string | null
}

/** What is known of an error besides its wording. */
export interface Circumstances {
  readonly code?: string | number | null
  readonly status?: number | null
  readonly dialect?: string | null
  readonly language?: string | null
  readonly method?: string | null
  readonly route?: string | null
}

/** The names that are looked up by value; a language is compared by `speaks`. */
export const LOOKED_UP = ['code', 'status', 'path', 'method', 'dialect'] as const

/** What a sign asks for. A code of `404` and one of `"404"` are one code: bodies and catalogues write both. */
export function conditionsOf(sign: Sign): Conditions {
  return {
    code: sign.legacyCode === null ? null : String(sign.legacyCode),
    status: sign.status === null ? null : String(sign.status),
    path: sign.route === null ? null : pathKey(sign.route.path),
    method: sign.route === null || sign.route.method === null ? null : methodKey(sign.route.method),
    dialect: sign.dialect,
    language: sign.language?.toLowerCase() ?? null,
  }
}

/** What an error answers to the conditions of a sign. */
export function answersOf(found: Circumstances): Conditions {
  return {
    code: found.code === null || found.code === undefined ? null : String(found.code),
    status: found.status === null || found.status === undefined ? null : String(found.status),
    path: found.route ? pathKey(found.route) : null,
    method: found.method ? methodKey(found.method) : null,
    dialect: found.dialect ?? null,
    language: found.language?.toLowerCase() ?? null,
  }
}

/** Whether everything that is asked for is so. */
export function areMet(asked: Conditions, answers: Conditions): boolean {
  return LOOKED_UP.every(name => asked[name] === null || asked[name] === answers[name]) && speaks(asked, answers)
}

/** Whether the wordings can be of one language: the same base tag, or one of them is not known. */
export function speaks(asked: Conditions, answers: Conditions): boolean {
  if (asked.language === null || answers.language === null) return true
  return baseOf(asked.language) === baseOf(answers.language)
}

/** Whether `a` asks for everything that `b` asks for, given that one error meets both. */
export function asksForAllOf(a: Conditions, b: Conditions): boolean {
  return LOOKED_UP.every(name => b[name] === null || a[name] !== null) && (b.language === null || a.language !== null)
}

/** The names of what is asked for, as a number; equal numbers ask for the same things. */
export function shapeOf(asked: Conditions): number {
  return LOOKED_UP.reduce((bits, name, index) => (asked[name] === null ? bits : bits | (1 << index)), 0)
}

/** The values of the names in the shape, as one string; `null` where a value is not known. */
export function keyOf(values: Conditions, shape: number): string | null {
  const parts: string[] = []
  for (const [index, name] of LOOKED_UP.entries()) {
    if ((shape & (1 << index)) === 0) continue
    const value = values[name]
    if (value === null) return null
    parts.push(value)
  }
  return JSON.stringify(parts)
}

function baseOf(language: string): string {
  const dash = language.search(/[-_]/)
  return dash === -1 ? language : language.slice(0, dash)
}
