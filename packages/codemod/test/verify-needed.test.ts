import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeTypes, type NewFault } from '../src/verify/verify-types.ts'

const READS = `import { failureOf } from './folder'\nexport const why = (id: string): string => failureOf(id).message\n`

/** What reading `code` brings where the other files are these. */
function judged(files: Readonly<Record<string, string>>): readonly NewFault[] {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-needed-'))
  const all = { 'tsconfig.json': '{ "compilerOptions": { "strict": true } }', 'client.ts': READS, ...files }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const after = new Map([['client.ts', READS.replace('.message', '.code')]])
  return judgeTypes(root, () => READS)(after)
}

const FAILURE = `export interface Failure { message: string }\n`
const CODED = `export interface Failure { message: string; code: string }\n`
const ANSWERS = `import type { Failure } from './failure'\nexport function failureOf(id: string): Failure {\n  return { message: id, code: id } as never\n}\n`

describe('a type comes from where it is declared, however far that is', () => {
  const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a barrel': {
      'folder/index.ts': `export * from './answers'\nexport * from './other'\n`,
      'folder/other.ts': `export const other = 1\n`,
    },
    'a name that is handed on': { 'folder/index.ts': `export { failureOf } from './answers'\n` },
    'another name': {
      'folder/index.ts': `import { made } from './made'\nexport { made as failureOf }\n`,
      'folder/made.ts': `import { failureOf } from './answers'\nexport const made = failureOf\n`,
    },
    'what a function gives that does not say so': {
      'folder/index.ts': `import { failureOf as made } from './answers'\nexport function failureOf(id: string) {\n  return made(id)\n}\n`,
    },
    'a whole module': {
      'folder/index.ts': `import * as answers from './answers'\nexport const { failureOf } = answers\n`,
    },
    'a type that names its module': {
      'folder/index.ts': `export const failureOf = null as never as typeof import('./answers').failureOf\n`,
    },
    'a name that is given its value later': {
      'folder/index.ts': `import { failureOf as made } from './answers'\nlet held = null as never as typeof made\nif (held === null) held = made\nexport { held as failureOf }\n`,
    },
    'two files that need each other': {
      'folder/index.ts': `import type { Asked } from './asked'\nexport { failureOf } from './answers'\nexport type Needed = Asked\n`,
      'folder/asked.ts': `import type { Needed } from './index'\nexport type Asked = Needed | null\n`,
    },
  }
  it.each(Object.entries(ways))('%s', (_, files) => {
    const more = { 'folder/answers.ts': ANSWERS, ...files }
    const brought = judged({ ...more, 'folder/failure.ts': FAILURE })
    expect(brought.map(({ message }) => message.split(' ')[0])).toEqual(['2339'])
    expect(brought[0]?.missing?.insertions).toEqual([
      { file: 'folder/failure.ts', at: FAILURE.indexOf('string') + 'string'.length, text: '; code?: string' },
    ])
    expect(judged({ ...more, 'folder/failure.ts': CODED })).toEqual([])
  })
})

it('knows what a module adds to the type of another', () => {
  const files = {
    'folder/index.ts': `import './more'\nexport * from './answers'\n`,
    'folder/answers.ts': ANSWERS,
    'folder/failure.ts': FAILURE,
    'folder/more.ts': `declare module './failure' {\n  interface Failure { code: string }\n}\nexport {}\n`,
  }
  expect(judged(files)).toEqual([])
})
