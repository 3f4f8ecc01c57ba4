import type { HoleValue } from '../entry.ts'

/** The codes of a definition with the values that each one's holes take, read from the literal texts. */
export type CodesIn<D> = D extends { readonly problems: infer Problems }
  ? { readonly [Code in keyof Problems & string]: ValuesOf<Problems[Code]> }
  : never

// A hole of the detail must have a value; one that only the wordings know may.
type ValuesOf<Problem> = { readonly [Name in DetailHoles<Problem>]: HoleValue } & {
  readonly [Name in SignHoles<Problem>]?: HoleValue
}

type DetailHoles<Problem> = Problem extends { readonly detail: infer Detail } ? HolesInTexts<Detail> : never

type SignHoles<Problem> = Problem extends { readonly from: readonly (infer OneSign)[] }
  ? OneSign extends string
    ? HolesIn<OneSign>
    : OneSign extends { readonly message: infer Message }
      ? HolesInTexts<Message>
      : never
  : never

type HolesInTexts<Texts> = Texts extends string ? HolesIn<Texts> : HolesIn<Texts[keyof Texts] & string>

/** The names of the holes in a literal template; the same reading as `parseTemplate`. */
export type HolesIn<Source extends string> = string extends Source
  ? string
  : Source extends `${string}{${infer Rest}`
    ? Rest extends `{${infer After}`
      ? HolesIn<After>
      : Rest extends `${infer Inner}}${infer After}`
        ? Inner extends `${infer Name}:/${string}`
          ? Rest extends `${string}/}${infer AfterPattern}`
            ? Name | HolesIn<AfterPattern>
            : Name
          : (Inner extends `${infer Name}:${string}` ? Name : Inner) | HolesIn<After>
        : never
    : never
