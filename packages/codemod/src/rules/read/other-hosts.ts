import type { Tracer } from '../../detect/tracer.ts'
import { isTestFile } from '../../detect/hook-sites.ts'
import { readSource } from '../../find/source-file.ts'

const SENT_TO =
  /(?:\b(?:fetch|axios|ky|got|ofetch|\$fetch|request|get|post|put|patch|delete|ajax)\s*(?:<[^<>()]*>)?\(\s*|\b\w*(?:url|uri|endpoint|host|api)\w*\s*[:=]\s*)[`'"](?:https?:)?\/\/([\w.-]+)/gi

/**
 * Whether the repository sends requests to hosts that are not the API's. Where it does, a URL that is not written out may
 * lead to any of them.
 */
export function asksOthers(t: Tracer, isOurs: (host: string) => boolean): boolean {
  return t.remember(t.project, 'other-hosts', () =>
    t.project
      .holding('://')
      .some(file => !isTestFile(file) && hostsIn(t.project.root, file).some(host => !isOurs(host))),
  )
}

function hostsIn(root: string, file: string): readonly string[] {
  const read = readSource(root, file)
  if (read.outcome !== 'text') return []
  return [...read.source.text.matchAll(SENT_TO)].flatMap(([, host]) => (host === undefined ? [] : [host.toLowerCase()]))
}
