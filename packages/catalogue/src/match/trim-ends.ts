import type { MessageTemplate, TemplatePart } from '../message-template.ts'

/** The template without white space at its ends; the same one where there is none. */
export function trimEnds(message: MessageTemplate): MessageTemplate {
  const last = message.parts.length - 1
  const parts = message.parts.map((part, index): TemplatePart => {
    if (part.kind === 'hole') return part
    const started = index === 0 ? part.text.trimStart() : part.text
    return { kind: 'text', text: index === last ? started.trimEnd() : started }
  })
  const same = parts.every((part, index) => {
    const old = message.parts[index]
    return part.kind === 'hole' || (old?.kind === 'text' && old.text === part.text)
  })
  return same
    ? message
    : { source: message.source, parts: parts.filter(part => part.kind === 'hole' || part.text !== '') }
}
