import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A path that a page names and that is not there. */
export interface MissingPath {
  readonly path: string
  readonly line: number
}

const LINK = /\]\(([^)\s]+)\)/g
// In backticks only what can be nothing else than a path of this repository: it begins with a folder of the top level.
const TICKED =
  /`((?:packages|docs|checks|bench|examples|\.ci|\.changeset)\/[^`\s]*|[A-Za-z.-]+\.(?:json|yaml|mjs|md))`/g

/** The links and the paths of a page that lead nowhere. Blocks are left out: they are run, not read. */
export function missingPaths(markdown: string, page: string, root: string): readonly MissingPath[] {
  const prose = markdown.replace(/^(`{3,}).*\n[\s\S]*?^\1\s*$/gm, block => block.replace(/[^\n]/g, ''))
  return prose.split('\n').flatMap((text, index) => {
    const links = [...text.matchAll(LINK)].map(([, path = '']) => ({
      path,
      at: join(dirname(page), path.split('#')[0] ?? ''),
    }))
    const ticked = [...text.matchAll(TICKED)]
      .filter(([, path = '']) => isOwnPath(path))
      .map(([, path = '']) => ({ path, at: join(root, path) }))
    return [...links.filter(({ path }) => !/^(https?:|mailto:|#)/.test(path)), ...ticked]
      .filter(({ at }) => !existsSync(withoutPlaceholder(at)))
      .map(({ path }) => ({ path, line: index + 1 }))
  })
}

// `errors.catalogue.yaml`, `problemshift.config.yaml` and `problemshift.verify.yaml` are files of the reader's, not ours.
function isOwnPath(path: string): boolean {
  return path.includes('/') || !/^(errors\.catalogue|problemshift\.(config|verify))\./.test(path)
}

// `packages/fixtures/cases/wire/<dialect>/` names a family: the folder before the first placeholder must be there.
function withoutPlaceholder(path: string): string {
  const at = path.search(/[<*{]/)
  return at === -1 ? path : path.slice(0, at)
}
