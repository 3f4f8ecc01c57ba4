import { assertion } from './assertion/assertion.ts'
import { contains } from './contains/contains.ts'
import { ends, starts } from './edges/edges.ts'
import { equality } from './equality/equality.ts'
import type { Form } from './form.ts'
import { lookup } from './lookup/lookup.ts'
import { oneOf } from './one-of/one-of.ts'
import { regex } from './regex/regex.ts'
import { switchForm } from './switch/switch.ts'

/** Every form in which a client asks something of a text. The first that knows a node speaks for it. */
export const FORMS: readonly Form[] = [assertion, starts, ends, equality, oneOf, lookup, contains, regex, switchForm]
