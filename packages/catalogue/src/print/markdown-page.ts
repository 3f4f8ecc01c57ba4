import type { FieldLine, ProblemPage, SignLine } from './problem-page.ts'
import { pageName, retryAdvice } from './problem-page.ts'

/** The page of a type in Markdown. */
export function printMarkdownPage(api: string, page: ProblemPage): string {
  const { code, type, status, retry } = page
  const facts = [
    `- Code: ${codeSpan(code)}`,
    `- Status: ${status}`,
    `- Type: ${codeSpan(type)}`,
    ...Object.entries(page.titles).map(
      ([language, title]) => `- Title (${escapeText(language)}): ${escapeText(title)}`,
    ),
  ]
  const sections = [
    `# ${escapeText(page.title)}`,
    facts.join('\n'),
    ...(page.description === null ? [] : [withoutTags(page.description.trim())]),
    `## What to do\n\n${retryAdvice(retry)}`,
    `## Example\n\n\`\`\`json\n${page.example}\n\`\`\``,
    ...(page.extensions.length === 0
      ? []
      : [`## More members\n\n${page.extensions.map(name => `- ${codeSpan(name)}`).join('\n')}`]),
    ...(page.signs.length === 0 ? [] : [`## How v1 said it\n\n${page.signs.map(printSign).join('\n')}`]),
    `[All problems of ${escapeText(api)}](index.md)`,
  ]
  return `${sections.join('\n\n')}\n`
}

/** The index of all types in Markdown. */
export function printMarkdownIndex(api: string, pages: readonly ProblemPage[], fields: readonly FieldLine[]): string {
  const own = pages.filter(page => !page.generic)
  const generic = pages.filter(page => page.generic)
  const sections = [
    `# Problems of ${escapeText(api)}`,
    'Branch on the code, never on the wording.',
    ...(own.length === 0 ? [] : [own.map(printRow).join('\n')]),
    ...(generic.length === 0 ? [] : [`## Errors that only have a status\n\n${generic.map(printRow).join('\n')}`]),
    ...(fields.length === 0 ? [] : [`## Field errors\n\n${fields.map(printField).join('\n')}`]),
  ]
  return `${sections.join('\n\n')}\n`
}

function printRow({ code, status, title }: ProblemPage): string {
  return `- [${codeSpan(code)}](${pageName(code)}.md) ${status} ${escapeText(title)}`
}

function printField({ code, description, signs }: FieldLine): string {
  const about = description === null ? '' : ` ${withoutTags(description.replace(/\s+/g, ' ').trim())}`
  return [`- ${codeSpan(code)}${about}`, ...signs.map(sign => `  ${printSign(sign)}`)].join('\n')
}

function printSign(sign: SignLine): string {
  const parts = [
    ...(sign.wording === null ? [] : [codeSpan(sign.wording)]),
    ...(sign.language === null ? [] : [escapeText(sign.language)]),
    ...(sign.legacyCode === null ? [] : [`code ${codeSpan(sign.legacyCode)}`]),
    ...(sign.status === null ? [] : [`status ${sign.status}`]),
    ...(sign.route === null ? [] : [`route ${codeSpan(sign.route)}`]),
    ...(sign.dialect === null ? [] : [`body ${escapeText(sign.dialect)}`]),
  ]
  return `- ${parts.join(', ')}`
}

/** A text in which no character of Markdown or HTML means anything. */
export function escapeText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** A code span; its fence is longer than any run of backticks within (CommonMark 6.1). */
export function codeSpan(text: string): string {
  const inner = oneLine(text)
  const runs = inner.match(/`+/g) ?? []
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(run => run.length)))
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${inner}${pad}${fence}`
}

// The description is the author's Markdown; tags in it would be HTML in whatever shows the page.
function withoutTags(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(/<(?=[a-z/!?])/gi, '&lt;')))
    .join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
