import type { MessageTemplate } from '../message-template.ts'

/** Whether the texts at the two ends of two templates let one message begin and end with both. */
export function endsAgree(a: MessageTemplate, b: MessageTemplate): boolean {
  const firstA = firstText(a)
  const firstB = firstText(b)
  if (!firstA.startsWith(firstB) && !firstB.startsWith(firstA)) return false
  const lastA = lastText(a)
  const lastB = lastText(b)
  return lastA.endsWith(lastB) || lastB.endsWith(lastA)
}

function firstText(template: MessageTemplate): string {
  const part = template.parts[0]
  return part?.kind === 'text' ? part.text : ''
}

function lastText(template: MessageTemplate): string {
  const part = template.parts.at(-1)
  return part?.kind === 'text' ? part.text : ''
}
