import type { Catalogue } from '@problemshift/catalogue'
import { testsIn } from '../../detect/detect.ts'
import { isAccess, isFunctionNode } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { atomsRound } from '../../plan/guard-conditions.ts'
import { textSource } from '../../plan/text-source.ts'
import { bodyPath } from '../../plan/v1-reads.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { readFact } from '../read/v2-place.ts'

/**
 * What a test of the code looks at under which a place stands: `if (data.code === 'invalid') …`. The rule `read` moves it, or
 * it stays and holds the place back.
 */
export function codeGuards(
  t: Tracer,
  unit: Unit,
  node: ts.Node,
  catalogue: Catalogue,
  decided: ReadonlySet<ts.Node>,
): readonly ts.Node[] {
  const atoms = atomsRound(node, decided)
  if (atoms.length === 0) return []
  const tested = new Set(testsIn(t, unit).map(match => textSource(t, match.tested)))
  const found: ts.Node[] = []
  const visit = (at: ts.Node): void => {
    if (isFunctionNode(at)) return
    const isTested = (isAccess(at) || ts.isIdentifier(at)) && tested.has(at)
    const path = isTested ? bodyPath(t, at) : null
    if (path !== null && readFact(catalogue, path) === 'code') found.push(at)
    else ts.forEachChild(at, visit)
  }
  for (const { atom } of atoms) visit(atom)
  return found
}
