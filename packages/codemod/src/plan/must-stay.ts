import type { Reason } from '../decide/reasons.ts'
import type { Tracer } from '../detect/tracer.ts'
import { isGenerated, isMinified } from '../find/kind-of-file.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { ignoreComments } from './ignore-comments.ts'

/** Why a place stays as it is whatever it would become: a machine wrote its file, or its author said so. */
export function mustStay(t: Tracer, unit: Unit, node: ts.Node): Extract<Reason, 'generated-file' | 'ignored'> | null {
  const { file, source } = unit
  if (isGenerated(file, source.text) || isMinified(source.text)) return 'generated-file'
  return ignoreComments(t, unit).covers(node) ? 'ignored' : null
}
