export {
  type CandidateScope,
  type CodeAnswer,
  applyStep,
  candidates,
  codesFor,
  describeTest,
  evaluate,
  type FieldCode,
  type FieldCodeAnswer,
  fieldCodesFor,
  type KeptCodes,
  type ParsedTest,
  parseTest,
  type SignVerdict,
  type TestFault,
  type TestFaultCode,
  type UndecidedCause,
  type Verdict,
} from './candidates.ts'
export { type ChosenText, chooseLanguage, chooseText } from './problem/choose-text.ts'
export { checkPattern, type PatternFault } from './check-pattern.ts'
export { type Contract, CONTRACTS } from './contract.ts'
export { type CatalogueResult, defineCatalogue, readCatalogue } from './define-catalogue.ts'
export type { PlaceOf, Spot } from './definition/finding.ts'
export { CATALOGUE_SCHEMA, type CatalogueDefinition } from './definition/schema.ts'
export type {
  Catalogue,
  CodeTable,
  DialectDeclaration,
  FieldEntry,
  GenericProblem,
  HoleValue,
  Localised,
  ProblemEntry,
  Retry,
  Route,
  Sign,
} from './entry.ts'
export { CatalogueError, type Fault, type FaultCode, type FaultFacts, type Place } from './fault.ts'
export { errorOnSuccess, type SuccessEvidence } from './error-on-success.ts'
export { fieldCode } from './problem/field-codes.ts'
export { writePath, writePointer } from './problem/field-path.ts'
export { type CommonFieldCode, FIELD_RULES, type FieldRule } from './problem/field-rules.ts'
export { BUILT_IN_DIALECTS, dialectsOf } from './dialects/built-in.ts'
export { type ClientRead, clientReads, type Fact, factsAt } from './dialects/client-reads.ts'
export { declareDialect } from './dialects/declare-dialect.ts'
export type { Condition, Dialect, FieldPlaces, Places, Trait } from './dialects/dialect.ts'
export { type GenericChoice, genericProblems } from './generic-problems.ts'
export { findLeaks, scrub } from './leaks.ts'
export { type LeftReason, leftAlone } from './left-alone.ts'
export type {
  Leak,
  LeakKind,
  LegacyError,
  LegacyField,
  LegacyScope,
  PathSegment,
  StatusSource,
} from './legacy-error.ts'
export { type FieldQuery, type MatchQuery, type MatchResult, match, matchField, prepareMatch } from './match.ts'
export { matchError, type SentResponse } from './match-error.ts'
export { fillTemplate, holesOf, type MessageTemplate, parseTemplate, templatePattern } from './message-template.ts'
export { type Inclusion, inclusionOf, overlapOf, shadows } from './overlap.ts'
export { placeField } from './place-field.ts'
export { FAULT_KINDS, type FaultText, faultText, printFault } from './print-fault.ts'
export type { FieldProblem, Problem, Scope } from './problem.ts'
export { printDialects } from './print/dialects-page.ts'
export { type ModuleFormat, printCodesModule } from './print/codes-module.ts'
export { type Page, type PageFormat, printPage, printPages } from './print/pages.ts'
export { type Occurrence, reservedMembers } from './problem/problem-body.ts'
export { MAX_BODY_BYTES, readBody } from './read-body.ts'
export { readDefinition } from './read-definition.ts'
export { type Reading, readError, readLegacyError } from './read-error.ts'
export { readableText } from './readable-text.ts'
export { spellPath } from './spell-path.ts'
export { isReasonPhrase, reasonPhrases } from './reason-phrase.ts'
export { readRetryTime, retryAfterOf, retryTimeIn } from './retry-time.ts'
export { serializeProblem } from './problem/serialize-problem.ts'
export type { TextStep, TextTest } from './text-test.ts'
export {
  type ProblemField,
  type ProblemHeaders,
  type ProblemReply,
  problemFor,
  problemHeaders,
  problemReply,
  toProblem,
} from './to-problem.ts'
export { entryOf } from './code-index.ts'
export { isTraceId, traceIdOf, traceIdOfParent } from './trace-id.ts'
export { UnknownProblemError } from './problem/thrown-problem.ts'
export { typeUri } from './problem/type-uri.ts'
export type { Holes } from './problem/wording-detail.ts'
export type { BodyKind, LegacyBody, RequestFacts, WireResponse } from './wire.ts'
