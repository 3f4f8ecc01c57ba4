export { collide } from './overlap/collide.ts'
export { overlapOf } from './overlap/overlap-of.ts'
export { type OverlappingPair, overlappingPairs } from './overlap/pairs.ts'
export { type Inclusion, inclusionOf, shadows } from './overlap/shadow.ts'
