// Puts the program that users start into few files, because most of a run without a match went into finding and reading
// 370 modules: 0.7 s of CPU, and 0.16 so. What the compiler needs stays outside, and so does what a configuration loads.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { isFresh } from '../bin/which-program.js'
import process from 'node:process'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const OUTSIDE = [/^ts-morph$/, /^@ts-morph\/common$/, /^jiti$/, /^flow-remove-types$/, /^picomatch$/, /^ignore$/]

// What reads patterns is half as large as all the rest, and a catalogue without patterns never asks it.
const PATTERNS = {
  refa: ['CharSet', 'JS', 'NFA'],
  scslre: ['analyse'],
  '@eslint-community/regexpp': ['RegExpParser', 'visitRegExpAST'],
}
const PATTERNS_FILE = 'patterns.cjs'

/** @param {string} target */
async function bundle(target) {
  const program = await rolldown({
    input: { cli: join(DIST, 'cli.js') },
    platform: 'node',
    external: OUTSIDE,
    plugins: [loadedWhenAsked()],
  })
  const { output } = await program.write({ dir: target, format: 'esm' })
  await program.close()
  const inside = output.flatMap(one => (one.type === 'chunk' ? one.moduleIds : []))
  const licences = new Map([...inside, ...(await bundlePatterns(target))].flatMap(licenceOf))
  writeFileSync(join(target, 'LICENSES.txt'), [...licences.values()].join('\n\n'))
}

/** @param {string} target */
async function bundlePatterns(target) {
  const names = Object.keys(PATTERNS)
  const exports = names.map(name => `${JSON.stringify(name)}: require(${JSON.stringify(pathOf(name))})`)
  const entry = `module.exports = { ${exports.join(', ')} }`
  const patterns = await rolldown({
    input: 'patterns',
    platform: 'node',
    plugins: [
      {
        name: 'patterns',
        resolveId: id => (id === 'patterns' ? `\0${id}` : null),
        load: id => (id === '\0patterns' ? entry : null),
      },
    ],
  })
  const { output } = await patterns.write({ file: join(target, PATTERNS_FILE), format: 'cjs' })
  await patterns.close()
  return output.flatMap(one => (one.type === 'chunk' ? one.moduleIds : []))
}

/** @param {string} name */
function pathOf(name) {
  return createRequire(new URL('../../catalogue/package.json', import.meta.url)).resolve(name)
}

/** Each name of these packages stands for itself until something is done with it. */
function loadedWhenAsked() {
  return {
    name: 'loaded-when-asked',
    /** @param {string} id */
    resolveId: id => (Object.hasOwn(PATTERNS, id) ? `\0${id}` : null),
    /** @param {string} id */
    load(id) {
      const found = Object.entries(PATTERNS).find(([name]) => id === `\0${name}`)
      if (found === undefined) return null
      const [name, exported] = found
      return `
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const from = () => require('./${PATTERNS_FILE}')[${JSON.stringify(name)}]
const named = name =>
  new Proxy(function () {}, {
    get: (_, key) => Reflect.get(from()[name], key),
    apply: (_, self, given) => Reflect.apply(from()[name], self, given),
    construct: (_, given) => Reflect.construct(from()[name], given),
  })
${exported.map(one => `export const ${one} = /* @__PURE__ */ named('${one}')`).join('\n')}
`
    },
  }
}

/**
 * What the licence of a package asks of whoever copies it.
 * @param {string} file
 * @returns {[string, string][]}
 */
function licenceOf(file) {
  const home = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]
  if (home === undefined) return []
  const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const text = ['LICENSE', 'LICENSE.md', 'LICENCE', 'license'].map(one => join(home, one)).find(one => existsSync(one))
  if (text === undefined) throw new Error(`${name} has no licence to copy`)
  return [[home, `${name} ${version}\n\n${readFileSync(text, 'utf8').trim()}\n`]]
}

if (!isFresh()) {
  const target = join(DIST, 'bundle')
  const made = `${target}-${process.pid}`
  mkdirSync(dirname(made), { recursive: true })
  await bundle(made)
  rmSync(target, { recursive: true, force: true })
  renameSync(made, target)
}
