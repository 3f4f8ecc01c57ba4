import type { Localised } from '../entry.ts'
import type { LawFacts } from '../fault.ts'
import {
  holesOf,
  isTemplateFault,
  type MessageTemplate,
  parseTemplate,
  type TemplateFault,
} from '../message-template.ts'
import type { Path } from './finding.ts'
import type { Reader } from './reader.ts'
import type { Sound } from './sound.ts'

/** A text, or one per language. */
export type GivenText = Sound<string | Readonly<Record<string, string>>>

/** Reads a text that is given once or per language. */
export function readTexts(reader: Reader, given: GivenText, path: Path): Localised<string> {
  if (typeof given === 'string') return { '*': given }
  const texts = new Map<string, string>()
  for (const [tag, text] of Object.entries(given)) {
    if (text === undefined) continue
    const language = canonical(tag)
    if (texts.has(language)) {
      const spot = { path: [...path, tag], part: 'key' } as const
      reader.findings.push({ facts: { code: 'language-repeated', language }, spot, also: null })
    }
    texts.set(language, text)
  }
  // What was faulty is not missing.
  if (!reader.isMarred(given)) reader.texts.push({ languages: [...texts.keys()], path })
  return Object.fromEntries(texts)
}

/** Reads a wording that is given once or per language. */
export function readTemplates(reader: Reader, given: GivenText, path: Path): Localised<MessageTemplate> {
  if (typeof given === 'string') {
    const template = readTemplate(reader, given, path)
    return template === null ? {} : { '*': template }
  }
  const templates = Object.entries(readTexts(reader, given, path)).flatMap(([language, text]) => {
    const template = readTemplate(reader, text, [...path, language])
    return template === null ? [] : [[language, template] as const]
  })
  return Object.fromEntries(templates)
}

/** Reads one wording, or tells what is wrong with it. */
export function readTemplate(reader: Reader, source: string, path: Path): MessageTemplate | null {
  const template = parseTemplate(source)
  const facts = isTemplateFault(template) ? templateFacts(template) : patternFacts(reader, template)
  if (facts === null && !isTemplateFault(template)) return template
  if (facts !== null) reader.findings.push({ facts, spot: { path, part: 'value' }, also: null })
  return null
}

function templateFacts({ code: reason, at, came }: TemplateFault): LawFacts {
  return { code: 'bad-template', reason, at, came }
}

function patternFacts(reader: Reader, template: MessageTemplate): LawFacts | null {
  for (const { type, pattern } of holesOf(template)) {
    if (type !== 'pattern') continue
    const fault = reader.checkPattern(pattern)
    if (fault === null) continue
    const { code, came } = fault
    return code === 'pattern-super-linear'
      ? { code: 'pattern-slow', pattern, came }
      : { code: 'bad-pattern', reason: code, pattern, came }
  }
  return null
}

/** `pt-br` is `pt-BR`. */
export function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language
  } catch {
    return language
  }
}
