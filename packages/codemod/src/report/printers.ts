import { github } from './github.ts'
import { json, jsonl } from './json.ts'
import { markdown } from './markdown.ts'
import type { Format } from './formats.ts'
import type { Printer } from './report.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every format of the report, by the name that `--format` takes. */
export const PRINTERS: Readonly<Record<Format, Printer>> = { text, json, jsonl, sarif, markdown, github }
