export const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'markdown', 'github'] as const

/** A format of the report, by the name that `--format` takes. */
export type Format = (typeof FORMATS)[number]

export function isFormat(name: string): name is Format {
  return FORMATS.some(format => format === name)
}
