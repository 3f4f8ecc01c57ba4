import type { Catalogue } from '@problemshift/catalogue'
import type { ClientModel } from '../clients/client.ts'
import { tripMarks } from './content-type/may-trip.ts'
import { namesBodies } from './mocks/where-bodies-are-named.ts'
import { looksForReads } from './read/read-marks.ts'
import { isWanted, NEAR_REQUESTS } from './rule-names.ts'
import { mayAskAgain } from './retry/retry-marks.ts'
import { looksForStatuses } from './status/status-marks.ts'
import { looksForFields } from './validation/field-marks.ts'

/** The files that may hold the body of an answer. */
export interface NearFiles {
  readonly files: ReadonlySet<string>
  /** Those that each rule has to look into which looks there. */
  readonly byRule: ReadonlyMap<string, readonly string[]>
}

/**
 * What the text of a file tells a rule: that it has to look into it, that it has to where another file near requests
 * settles it, or that it need not.
 */
export type Asks = 'surely' | 'perhaps' | 'never'

/** How a rule chooses its files near requests, by their texts alone: asked of each file once, before the compiler is loaded. */
export interface Look {
  readonly asks: (text: string, file: string) => Asks
  /** Whether what is asked perhaps is asked indeed, because a file of this text is there, too. */
  readonly settles?: (text: string) => boolean
}

/** What a rule has to know to choose its files. */
export interface NearScope {
  readonly catalogue: Catalogue
  readonly models: readonly ClientModel[]
  /** Whether requests are to ask for problems. */
  readonly accept: boolean
}

// A rule that says nothing of its own looks into all of them.
const LOOKS: Readonly<Record<string, (scope: NearScope) => Look>> = {
  read: looksForReads,
  validation: looksForFields,
  mocks: () => looksFor((text, file) => namesBodies(file, text)),
  status: looksForStatuses,
  retry: () => looksFor(mayAskAgain),
  'content-type': ({ models, accept }) => {
    const mayTrip = tripMarks(models)
    return looksFor(text => accept || /content-type/i.test(text) || mayTrip(text))
  },
}

function looksFor(isThere: (text: string, file: string) => boolean): Look {
  return { asks: (text, file) => (isThere(text, file) ? 'surely' : 'never') }
}

/** Whether some rule that is asked for looks into every file near a request, whether it holds a wording or not. */
export function looksNear(only: readonly string[]): boolean {
  return NEAR_REQUESTS.some(rule => isWanted(rule, only))
}

/** The files near requests, and what these import beside them. */
interface Near {
  readonly nearby: readonly string[]
  readonly helpers: readonly string[]
}

/** What the rules were told of the files of a repository. */
export interface NearMarks {
  /** Tells them of one more. */
  readonly tell: (file: string, text: string) => void
  /** Shares the files near requests out to the rules. */
  readonly shareOut: (near: Near) => NearFiles
}

/** Gathers what the rules have to know of each file while its text is at hand; what is near is known only behind the last. */
export function markNear(only: readonly string[], scope: NearScope): NearMarks {
  const rules = NEAR_REQUESTS.filter(rule => isWanted(rule, only))
  const all = rules.map(rule => marksOf(rule, LOOKS[rule]?.(scope)))
  return {
    tell: (file, text) => {
      for (const { tell } of all) tell(file, text)
    },
    shareOut: near => ({
      files: new Set([...near.nearby, ...near.helpers]),
      byRule: new Map(all.map(({ rule, filesOf }) => [rule, filesOf(near)])),
    }),
  }
}

function marksOf(rule: string, { asks, settles }: Look = { asks: () => 'surely' }) {
  const asking = new Map<string, Asks>()
  const settling = new Set<string>()
  return {
    rule,
    tell: (file: string, text: string) => {
      const told = asks(text, file)
      if (told !== 'never') asking.set(file, told)
      if (settles?.(text) === true) settling.add(file)
    },
    filesOf: ({ nearby, helpers }: Near): readonly string[] => {
      const isSettled = [...nearby, ...helpers].some(file => settling.has(file))
      const files = rule === 'read' ? [...nearby, ...helpers] : nearby
      return files.filter(file => asking.get(file) === 'surely' || (isSettled && asking.has(file)))
    },
  }
}
