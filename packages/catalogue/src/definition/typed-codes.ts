import type { HoleValue } from '../entry.ts'

/** The codes of a definition with the values that each one's holes take, read from the literal texts. */
export type CodesIn<D> = D extends { readonly problems: infer Problems }
  ? { readonly [Code in keyof Problems & string]: ValuesOf<Problems[Code]> }
  : never

// What the detail says must have a value; without a detail a wording is filled, and every wording knows these holes.
type ValuesOf<Problem> = { readonly [Name in NeededHoles<Problem>]: HoleValue } & {
  readonly [Name in SignHoles<Problem>]?: HoleValue
}

type NeededHoles<Problem> = Problem extends { readonly detail: infer Detail }
  ? HolesInTexts<Detail>
  : SharedHoles<Problem>

// The keys of a union of objects are those that all of them have.
type SharedHoles<Problem> = Problem extends { readonly from: readonly (infer OneSign)[] }
  ? keyof AsKeys<OneSign> & string
  : never

type AsKeys<OneSign> = OneSign extends string
  ? { readonly [Name in HolesIn<OneSign>]: true }
  : OneSign extends { readonly message: infer Message }
    ? { readonly [Name in HolesInTexts<Message>]: true }
    : never

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
