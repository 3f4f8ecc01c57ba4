import type { IdleComment } from './report.ts'

/** What is to be said of an ignore comment without effect. */
export const IDLE: Readonly<Record<IdleComment['code'], string>> = {
  'no-site': 'problemshift-ignore keeps nothing here: no site is on its line or the next. Remove it.',
  'no-reason': 'problemshift-ignore has no effect without a reason. Write why the site stays.',
}

/** One line for stderr. */
export function printIdle({ file, line, code }: IdleComment): string {
  return `${file}:${line}: ${IDLE[code]}\n`
}
