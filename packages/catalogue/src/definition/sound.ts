/** A definition of which only the sound parts are there. */
export type Sound<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Sound<Item> | undefined)[]
    : { readonly [K in keyof T]?: Sound<T[K]> | undefined }

export function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
