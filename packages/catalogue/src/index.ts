export { type Contract, CONTRACTS } from './contract.ts'
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
export { type GenericChoice, genericProblems } from './generic-problems.ts'
export type {
  Leak,
  LeakKind,
  LegacyError,
  LegacyField,
  LegacyScope,
  PathSegment,
  StatusSource,
} from './legacy-error.ts'
export { fillTemplate, holesOf, type MessageTemplate, parseTemplate, templatePattern } from './message-template.ts'
export type { FieldProblem, Problem, Scope } from './problem.ts'
export type { TextStep, TextTest } from './text-test.ts'
