import type { Catalogue } from '@problemshift/catalogue'
import type { Tracer } from '../../detect/tracer.ts'
import type { Flow } from '../../detect/values.ts'
import type { Splice } from '../../plan/splice.ts'
import type { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'

/** A place that says when a request is sent again. */
export interface RetryOption {
  readonly library: string
  /** What the report shows. */
  readonly node: ts.Node
  readonly asks: /** Any failure is asked again. `change` is `null` where the code of the problem is not at hand. */
    | { readonly kind: 'everything'; readonly change: ((refusals: readonly string[]) => Splice | null) | null }
    /** Some statuses are asked again. */
    | { readonly kind: 'statuses'; readonly list: ts.ArrayLiteralExpression }
    /** It waits as long as it likes. */
    | { readonly kind: 'delay' }
  /** What sends the requests, as far as it is known. */
  readonly sender: Flow
  /** How it is written by hand. */
  readonly recipe: (codes: readonly string[]) => string
}

/** A library that sends requests again, and how its options are found at a call. */
export interface RetryLibrary {
  readonly name: string
  /** A file without any of these holds none of its options. */
  readonly packages: readonly string[]
  readonly optionsAt: (at: RetryPlace) => readonly RetryOption[]
}

export interface RetryPlace {
  readonly t: Tracer
  readonly unit: Unit
  readonly call: ts.CallExpression | ts.NewExpression
  readonly catalogue: Catalogue
}
