// The plugin
export { problemshift as default, problemshift } from './plugin.ts'
export { frameworkErrors } from './framework-errors-handler.ts'
// For new code on the same server
export { type HoleArguments, problem, problemsOf, type Register, type RegisteredCodes } from './problem.ts'
export { isProblemError, ProblemError } from './problem-error.ts'
// For the API's documents
export { type DocumentedRoute, problemTransform } from './openapi.ts'
// Options and their faults
export type { Mode, ModeChoice } from './mode.ts'
export type {
  DeprecationOptions,
  LimitOptions,
  NegotiateOptions,
  ProblemshiftOptions,
  ReportOptions,
  RequestIdOptions,
  RolloutOptions,
  RouteOptions,
} from './options.ts'
export { type OptionFault, OptionsError, printOptionFault } from './option-fault.ts'
// What is seen while the server runs
export type { ProblemshiftControl } from './control.ts'
export type { BypassRow, ErrorRow, FailureRow, KeptRow, Report, UnmatchedRow } from './observe/report.ts'
export { CHANNELS } from './channels.ts'
export type { BypassEvent, ConvertedEvent, FailedEvent, KeptEvent, ProblemSource, UnmatchedEvent } from './events.ts'
