import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('type-checks every configuration of a package, because what the root does not name is asked by nobody', () => {
  const { references }: { references: readonly { path: string }[] } = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
  const named = references.map(({ path }) => (path.endsWith('.json') ? path : `${path}/tsconfig.json`))
  const there = readdirSync('packages').flatMap(name =>
    readdirSync(`packages/${name}`)
      .filter(file => /^tsconfig.*\.json$/.test(file))
      .map(file => `packages/${name}/${file}`),
  )
  expect(there.filter(path => !named.includes(path))).toEqual([])
})
