export {
  ADDED_TO_ERRORS,
  ALLOWED_DIFFERENCES,
  type AllowedDifference,
  BROKEN_ENDS,
  ENGINE_TEXTS,
} from './allowed-differences.ts'
export { compare, type Difference, type Observed, type Side } from './compare.ts'
export { mapTexts } from './map-texts.ts'
export { type Outcome, type Plain, plain, type SeenRequest, thrown } from './observation.ts'
export { type Answered, factsOf, factsOfV1, problemIn, type WireFacts } from './wire-facts.ts'
