import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const BIN = fileURLToPath(new URL('../bin/', import.meta.url))

const FILES = {
  bundle: 'codemod/dist/bundle/cli.js',
  own: 'codemod/dist/.tsbuildinfo',
  catalogue: 'catalogue/dist/.tsbuildinfo',
}

/** Which program is started where these files were made, at these seconds. */
async function started(times: Partial<Record<keyof typeof FILES, number>>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-program-'))
  try {
    cpSync(BIN, join(root, 'codemod/bin'), { recursive: true })
    for (const [name, file] of Object.entries(FILES)) {
      const time = times[name as keyof typeof FILES]
      if (time === undefined) continue
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), '')
      utimesSync(join(root, file), time, time)
    }
    const { whichProgram } = await import(pathToFileURL(join(root, 'codemod/bin/which-program.js')).href)
    return whichProgram()
  } finally {
    rmSync(root, { recursive: true })
  }
}

const BUNDLE = '../dist/bundle/cli.js'
const COMPILED = '../dist/cli.js'

describe('the program that is started', () => {
  it.each([
    ['is the bundle, in a package that was installed', { bundle: 1 }, BUNDLE],
    ['is the bundle, when all it is made of is older', { bundle: 3, own: 2, catalogue: 2 }, BUNDLE],
    ['is what was compiled, before there is a bundle', { own: 2, catalogue: 2 }, COMPILED],
    ['is what was compiled, when it is newer than the bundle', { bundle: 3, own: 4, catalogue: 2 }, COMPILED],
    ['is what was compiled, when the catalogue is newer', { bundle: 3, own: 2, catalogue: 4 }, COMPILED],
  ])('%s', async (_, times, program) => expect(await started(times)).toBe(program))
})
