import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import ts from 'typescript'
import { expect, it } from 'vitest'

it('writes no pattern whose time doubles with each letter, because bodies and sources come from strangers', () => {
  const files = ['adapter', 'catalogue', 'codemod'].flatMap(name =>
    readdirSync(`packages/${name}/src`, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => `packages/${name}/src/${file}`),
  )
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap(exponentialIn)).toEqual([])
}, 300_000)

it('sees such a pattern', () => {
  expect(isExponential(/,(?=(?:\s|\/\/[^\n]*)*\})/g)).toBe(true)
  expect(isExponential(/,(?=\s*\})/g)).toBe(false)
})

function exponentialIn(file: string): readonly string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1))
      if (isExponential(pattern)) found.push(`${file}: ${node.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isExponential(pattern: RegExp): boolean {
  return analyse(pattern).reports.some(({ exponential }) => exponential)
}
