import type { NamedValue } from '../places.ts'
import { heldBy, member, membersOf } from './members.ts'
import { isSentence, isUrl, textOf } from './texts.ts'

const KEYS = [
  'hint',
  'hints',
  'suggestedaction',
  'suggestion',
  'suggestions',
  'resolution',
  'remedy',
  'remediation',
  'recoverysuggestion',
  'solution',
  'fix',
  'howtofix',
  'advice',
  'tip',
  'recommendation',
  'recommendedaction',
  'correctiveaction',
  'possiblesolution',
  'nextsteps',
  'nextstep',
  'useraction',
  'help',
  'action',
  'whattodo',
  'dica',
  'sugestao',
] as const

/** Members that hold a name as often as an advice. */
const ONLY_SENTENCES = new Set(['help', 'action', 'solution', 'fix', 'resolution', 'useraction', 'suggestion', 'tip'])

/** What the API advises to do. */
export function findHint(layers: readonly unknown[], preferred: readonly NamedValue[] = []): string | null {
  for (const { value } of preferred) {
    const text = textOf(value)
    if (text !== null) return text
  }
  for (const layer of layers) {
    for (const key of heldBy(layer, KEYS)) {
      const text = textOf(member(layer, key))
      if (text === null || isUrl(text) || (ONLY_SENTENCES.has(key) && !isSentence(text))) continue
      return text
    }
    const { spelled, value } = membersOf(layer)
    for (const [spelling, name] of spelled) {
      const text = spelling.endsWith('hint') ? textOf(value[name]) : null
      if (text !== null && isSentence(text) && !isUrl(text)) return text
    }
  }
  return null
}
