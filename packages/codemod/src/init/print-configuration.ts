import type { Count, Survey } from './survey.ts'

const MOST = 8

/**
 * A configuration from a look at the repository. Only the catalogue is set: whatever narrows the search is a guess, and a
 * wrong guess would leave sites out in silence. So it stands there as a comment.
 */
export function printConfiguration(catalogue: string, found: Survey): string {
  return [
    '# Written by `problemshift-codemod init`. What is commented out is a guess: look at it before you use it.',
    `catalogue: ${quoted(catalogue)}`,
    ...found.catalogues.filter(other => other !== catalogue).map(other => `# catalogue: ${quoted(other)}`),
    '',
    ...seen('HTTP clients', found.clients),
    ...list('Where they are used. Left out: everywhere.', 'include', globs(found.packages)),
    ...list('Texts that were made up for tests?', 'ignore', found.mocks.map(inAnyFolder)),
    ...api(found.baseUrls),
    '# A function whose errors the tool cannot follow: say where the v1 body lies on what it rejects with.',
    '# sources:',
    '#   - { module: src/http.ts, symbol: request, kind: rejects, body: context.body }',
    '',
  ].join('\n')
}

function seen(what: string, counts: readonly Count[]): readonly string[] {
  if (counts.length === 0) return [`# ${what} that were seen: none.`, '']
  return [`# ${what} that were seen: ${counts.map(({ name, files }) => `${name} (${files} files)`).join(', ')}.`, '']
}

function list(about: string, member: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return []
  return [`# ${about}`, `# ${member}:`, ...values.slice(0, MOST).map(value => `#   - ${quoted(value)}`), '']
}

function globs(packages: readonly Count[]): readonly string[] {
  return packages.some(({ name }) => name === '.') ? [] : packages.map(({ name }) => `${name}/**`)
}

function inAnyFolder({ name }: Count): string {
  return `**/${name}/**`
}

function api(baseUrls: readonly Count[]): readonly string[] {
  if (baseUrls.length === 0) return []
  return [
    "# Which requests are this API's. Left out: all. These base URLs are written out somewhere:",
    '# api:',
    '#   baseUrls:',
    ...baseUrls.slice(0, MOST).map(({ name }) => `#     - ${quoted(name)}`),
    '',
  ]
}

// JSON is YAML: whatever is in a path or URL stays what it is.
function quoted(text: string): string {
  return JSON.stringify(text)
}
