import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { BROKEN, folderWith, LIBRARY, runIn } from './desk.ts'

const ESCAPE = '\u001b['

describe('any command', () => {
  test.each([
    [['chek'], 'check'],
    [['--hepl'], '--help'],
    [['check', '--formt', 'json'], '--format'],
    [['check', '--format', 'jsn'], 'json'],
    [['codes', '--outputfile', 'x'], '--output-file'],
    [['match', 'x', '--dialect', 'plain-txt'], 'plain-text'],
    [['test', '/x/', '--dialect', 'plain-txt'], 'plain-text'],
  ])('%j is a usage error that suggests %s', async (args, suggestion) => {
    const { exitCode, output, notes } = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), args)
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
    expect(notes).toContain(`Did you mean ${suggestion}?`)
  })

  test.each([
    [['check', '--format']],
    [['check', '--catalogue', '--format', 'json']],
    [['check', '--help=yes']],
    [['codes', 'a', 'b']],
    [['match', 'a b', 'c']],
    [['match']],
    [['match', 'x', '--status', 'abc']],
    [['match', 'x', '--route', 'loans']],
    [['match', 'x', '--dialect', 'of nobody']],
    [['match', 'x', '--language', '!!']],
    [['test', '/x/', '--language', 'pt_BR']],
    [['test', '/x/', '--status', '999']],
    [[]],
  ])('%j is a usage error', async args => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    expect(await runIn(folder, args)).toMatchObject({ exitCode: 2, output: '' })
  })

  test.each(COMMANDS.map(command => command.name))(
    '%s has a help with examples, wherever it is asked for',
    async name => {
      const helps = await Promise.all(
        [
          [name, '--help'],
          [name, '-h'],
          ['help', name],
        ].map(args => runIn('/', args)),
      )
      for (const help of helps) {
        expect(help.exitCode).toBe(0)
        expect(help.output).toContain(`problemshift-catalogue ${name}`)
        expect(help.output).toContain('Examples')
        expect(help.output).toContain('-h, --help')
      }
    },
  )

  test('keeps to a narrow terminal where words allow it', async () => {
    for (const name of COMMANDS.map(command => command.name)) {
      const { output } = await runIn('/', [name, '--help'], { width: 50 })
      const prose = output.split('\n').filter(line => !line.includes('problemshift-catalogue'))
      expect(Math.max(...prose.map(line => line.length))).toBeLessThanOrEqual(50)
    }
  })

  test('shows the version', async () => {
    expect(await runIn('/', ['--version'])).toEqual({ output: '1.2.3\n', notes: '', exitCode: 0 })
  })

  test('colours for a terminal, and not with --no-color wherever it stands', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const world = { colour: true }
    expect((await runIn(folder, ['check'], world)).output).toContain(ESCAPE)
    expect((await runIn(folder, ['check', '--no-color'], world)).output).not.toContain(ESCAPE)
    expect((await runIn(folder, ['--no-color', 'check'], world)).output).not.toContain(ESCAPE)
  })

  test('asks which one when there are several catalogues', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY, 'errors.catalogue.json': '{}' })
    const { exitCode, notes } = await runIn(folder, ['codes'])
    expect(exitCode).toBe(2)
    expect(notes).toContain('--catalogue')
  })

  test.each(['codes', 'pages', 'match'])('%s does nothing with a faulty catalogue but show its faults', async name => {
    const folder = folderWith({ 'errors.catalogue.yaml': BROKEN })
    const { exitCode, output, notes } = await runIn(folder, name === 'match' ? [name, 'x'] : [name])
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
    expect(notes).toContain('bad-template')
  })
})

describe('check', () => {
  test('finds the catalogue of the working directory, and says what is in it', async () => {
    const { exitCode, output } = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), ['check'])
    expect(exitCode).toBe(0)
    expect(output).toContain('2 problems, 1 field code, 5 signs')
  })

  test('shows every fault at its line with a caret under it', async () => {
    const { exitCode, output } = await runIn(folderWith({ 'errors.catalogue.yaml': BROKEN }), ['check'])
    expect(exitCode).toBe(1)
    const lines = output.split('\n')
    const at = lines.findIndex(line => line.endsWith('titel: Loan not found'))
    expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('titel'))
    for (const code of ['unknown-key', 'missing-key', 'bad-template']) expect(output).toContain(code)
  })

  test('gives the faults as JSON', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': BROKEN })
    const { exitCode, output } = await runIn(folder, ['check', '--format', 'json'])
    expect(exitCode).toBe(1)
    const report = JSON.parse(output)
    expect(report).toMatchObject({ version: 1, files: ['errors.catalogue.yaml'], summary: { files: 1, faults: 3 } })
    expect(report.faults).toHaveLength(3)
    for (const fault of report.faults) {
      expect(fault).toMatchObject({
        file: 'errors.catalogue.yaml',
        line: expect.any(Number),
        column: expect.any(Number),
      })
      expect(Object.keys(fault)).toEqual([
        'code',
        'file',
        'line',
        'column',
        'path',
        'message',
        'expected',
        'came',
        'fix',
        'also',
      ])
    }
  })

  test('gives a summary as JSON where there is no fault', async () => {
    const { exitCode, output } = await runIn(
      folderWith({ 'errors.catalogue.json': JSON.stringify({ type: 'https://e.example/{code}', problems: {} }) }),
      ['check', '--format=json'],
    )
    expect(exitCode).toBe(0)
    expect(JSON.parse(output)).toMatchObject({
      faults: [],
      summary: { files: 1, problems: 0, fields: 0, signs: 0, faults: 0 },
    })
  })

  test.each([
    ['there is none', {}, ['check']],
    ['the named one is missing', {}, ['check', 'lost.yaml']],
    ['it is no kind of catalogue', { 'notes.txt': 'x' }, ['check', 'notes.txt']],
    ['the folder has none', {}, ['check', '.']],
  ])('exits with 2 where %s', async (_, files, args) => {
    expect((await runIn(folderWith(files), args)).exitCode).toBe(2)
  })

  test('takes several files and folders', async () => {
    const folder = folderWith({ 'a.yaml': LIBRARY, 'b.yaml': BROKEN })
    mkdirSync(join(folder, 'shelf'))
    writeFileSync(join(folder, 'shelf', 'errors.catalogue.yml'), LIBRARY)
    const { exitCode, output } = await runIn(folder, [
      'check',
      'a.yaml',
      '--catalogue',
      'b.yaml',
      'shelf',
      '--format',
      'json',
    ])
    expect(exitCode).toBe(1)
    expect(JSON.parse(output).files).toEqual(['a.yaml', 'shelf/errors.catalogue.yml', 'b.yaml'])
  })

  test('shows nothing of a file that would steer the terminal', async () => {
    const text = LIBRARY.replace('title: Copy on loan', 'title: Copy on loan\n    "a\\e[2Jb\u009b2J": 1')
    const { output } = await runIn(folderWith({ 'errors.catalogue.yaml': text }), ['check'])
    expect(output).toContain('unknown-key')
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  })

  test('shows a very long line around the place only', async () => {
    const text = LIBRARY.replace('from: [{ code: COPY_409 }', `from: [${'{ code: COPY_409 }, '.repeat(400)}{ kode: 1 }`)
    const { output } = await runIn(folderWith({ 'errors.catalogue.yaml': text }), ['check'], { width: 60 })
    expect(output).toContain('kode')
    expect(
      Math.max(
        ...output
          .split('\n')
          .filter(line => line.includes(' | '))
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(60)
  })
})

describe('codes', () => {
  test('goes to stdout, or whole into a file', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const printed = await runIn(folder, ['codes'])
    const written = await runIn(folder, ['codes', '--output-file', 'src/problems.ts'])
    expect(written).toMatchObject({ output: '', exitCode: 0 })
    expect(readFileSync(join(folder, 'src/problems.ts'), 'utf8')).toBe(printed.output)
    expect(readdirSync(join(folder, 'src'))).toEqual(['problems.ts'])
  })

  test('does not touch a file that is up to date', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const file = join(folder, 'problems.ts')
    await runIn(folder, ['codes', '-o', 'problems.ts'])
    const before = statSync(file)
    await runIn(folder, ['codes', '-o', 'problems.ts'])
    expect([statSync(file).ino, statSync(file).mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  test.each([
    ['problems.js', 'Object.freeze'],
    ['problems.mjs', 'Object.freeze'],
    ['problems.d.ts', 'export declare'],
    ['problems.ts', 'as const'],
  ])('chooses the format of %s by its name', async (name, part) => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    await runIn(folder, ['codes', '--output-file', name])
    expect(readFileSync(join(folder, name), 'utf8')).toContain(part)
  })

  test('exits with 2 and leaves nothing behind where it cannot write', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY, wall: '' })
    expect(await runIn(folder, ['codes', '-o', 'wall/problems.ts'])).toMatchObject({ exitCode: 2 })
    expect(readdirSync(folder).sort()).toEqual(['errors.catalogue.yaml', 'wall'])
  })
})

describe('pages', () => {
  test('go into a folder, in both formats or one', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    await runIn(folder, ['pages', '--output-dir', 'all'])
    await runIn(folder, ['pages', '--output-dir', 'html', '--format', 'html'])
    expect(readdirSync(join(folder, 'all'))).toEqual(
      expect.arrayContaining(['index.html', 'index.md', 'loan_not_found.html', 'loan_not_found.md']),
    )
    expect(readdirSync(join(folder, 'html')).filter(name => !name.endsWith('.html'))).toEqual([])
  })

  test('go to stdout without a folder: one by its code, or all', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    expect((await runIn(folder, ['pages', 'copy_on_loan'])).output).toMatch(/^# Copy on loan\n/)
    expect((await runIn(folder, ['pages'])).output).toContain('# Loan not found')
    expect((await runIn(folder, ['pages', '--format', 'html'])).output.match(/<!doctype html>/g)).toHaveLength(1)
    expect(existsSync(join(folder, 'index.md'))).toBe(false)
  })

  test('suggest a code for one that is not there', async () => {
    const { exitCode, notes } = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), [
      'pages',
      'lone_not_found',
    ])
    expect(exitCode).toBe(2)
    expect(notes).toContain('Did you mean loan_not_found?')
  })
})

describe('match', () => {
  const matched = async (...args: readonly string[]) => {
    const result = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), ['match', ...args, '--format', 'json'])
    return { exitCode: result.exitCode, ...JSON.parse(result.output) }
  }

  test('shows entry, sign, holes and the problem', async () => {
    expect(await matched('Loan 42 not found')).toMatchObject({
      exitCode: 0,
      outcome: 'match',
      code: 'loan_not_found',
      sign: 'loan_not_found#0',
      holes: { id: '42' },
      problem: { status: 404, code: 'loan_not_found', detail: 'Loan 42 not found' },
    })
  })

  test('goes by the code, the status and the route', async () => {
    expect(await matched('--code', 'COPY_409')).toMatchObject({ code: 'copy_on_loan' })
    expect(await matched('Not found', '--status', '404', '--route', 'get /loans/:id')).toMatchObject({
      code: 'loan_not_found',
    })
  })

  test('says under which conditions a wording is known', async () => {
    expect(await matched('Not found')).toMatchObject({
      exitCode: 1,
      outcome: 'unmatched',
      conditions: ['--status 404 --route "GET /loans/:id"'],
    })
  })

  test('knows the wording of a field error', async () => {
    expect(await matched('title is required')).toMatchObject({ exitCode: 0, outcome: 'field', code: 'required' })
  })

  test('shows what the server would answer to one that nobody knows', async () => {
    expect(await matched('The roof is wet', '--status', '409')).toMatchObject({
      exitCode: 1,
      outcome: 'unmatched',
      code: null,
      problem: { status: 409, code: 'conflict', detail: 'The roof is wet' },
    })
  })

  test('reads a whole body as the adapter does, from stdin or as a word', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const body = '{"error":{"message":"Loan 42 not found","details":[{"field":"title","message":"is required"}]}}'
    const readInput = async () => body
    const piped = await runIn(folder, ['match', '-', '--format', 'json'], { readInput })
    const given = await runIn(folder, ['match', '--body', body, '--format', 'json'])
    expect(JSON.parse(piped.output)).toMatchObject({
      code: 'loan_not_found',
      wording: 'Loan 42 not found',
      problem: { status: 404 },
    })
    expect(given).toEqual(piped)
    expect((await runIn(folder, ['match', '-'], { readInput })).output).toContain('dialect')
  })

  test('takes a success for an error only where a sign says so', async () => {
    const yaml = LIBRARY.replace('from: [{ code: COPY_409 }', 'from: [{ message: "Out: {copy}", status: 200 }')
    const folder = folderWith({ 'errors.catalogue.yaml': yaml })
    const ask = async (body: string) => {
      const result = await runIn(folder, ['match', '--body', body, '--status', '200', '--format', 'json'])
      return { exitCode: result.exitCode, ...JSON.parse(result.output) }
    }
    expect(await ask('{"success":false,"message":"Out: 17"}')).toMatchObject({ exitCode: 0, code: 'copy_on_loan' })
    expect(await ask('Out: 17')).toMatchObject({ exitCode: 0, code: 'copy_on_loan', problem: { status: 409 } })
    expect(await ask('{"success":false,"message":"Loan 42 not found"}')).toMatchObject({ exitCode: 1, outcome: 'left' })
    expect(await ask('{"loan":42}')).toMatchObject({ exitCode: 1, outcome: 'left', reason: 'success' })
  })

  test('leaves a body alone that the adapter would leave alone', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const readInput = async () => '{"jsonrpc":"2.0","error":{"code":-32601,"message":"Loan 42 not found"},"id":1}'
    const { exitCode, output } = await runIn(folder, ['match', '-', '--format', 'json'], { readInput })
    expect({ exitCode, ...JSON.parse(output) }).toEqual({
      exitCode: 1,
      version: 1,
      outcome: 'left',
      reason: 'json-rpc',
    })
  })

  test('says that a wording looks like a body', async () => {
    const body = '{"error":"Loan 42 not found"}'
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    const asWording = await runIn(folder, ['match', body])
    expect(asWording.exitCode).toBe(1)
    expect(asWording.notes).toContain('--body')
    const asBody = await runIn(folder, ['match', '--body', body])
    expect(asBody).toMatchObject({ exitCode: 0, notes: '' })
  })

  test('writes for people, too', async () => {
    const { output } = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), ['match', 'Loan 42 not found'])
    for (const part of ['loan_not_found', 'id = 42', 'HTTP/1.1 404', 'application/problem+json'])
      expect(output).toContain(part)
  })
})

describe('test', () => {
  const asked = async (...args: readonly string[]) => {
    const result = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), ['test', ...args, '--format', 'json'])
    return { exitCode: result.exitCode, ...JSON.parse(result.output) }
  }

  test('gives the exact codes, and a verdict with a witness for every sign', async () => {
    const report = await asked('/not found$/i.test(message)')
    expect(report).toMatchObject({ exitCode: 0, version: 1, outcome: 'codes', codes: ['loan_not_found'] })
    for (const { verdict, holds } of report.verdicts) expect(holds === null).toBe(verdict === 'never')
  })

  test('gives the reason where no set of codes says the same', async () => {
    expect(await asked('message === "Loan 42 not found"')).toMatchObject({
      exitCode: 1,
      outcome: 'kept',
      reason: 'depends-on-hole',
      holes: ['id'],
      holds: 'Loan 42 not found',
    })
    expect(await asked('message.includes("Loan")')).toMatchObject({
      exitCode: 1,
      outcome: 'kept',
      reason: 'splits-a-code',
    })
    expect(await asked('message.includes("elephant")')).toMatchObject({ exitCode: 1, outcome: 'kept' })
  })

  test('asks about the wordings of field errors, with the hole values that a code needs', async () => {
    expect(await asked('message.endsWith(" is required")', '--fields')).toMatchObject({
      exitCode: 0,
      codes: ['required'],
    })
    expect(await asked('message === "title is required"', '--fields')).toMatchObject({
      exitCode: 0,
      codes: ['required'],
      pinned: [{ code: 'required', pins: { path: 'title' } }],
    })
  })

  test.each(['message.includes("x"', 'message.foo("x")', 'Loan 42', '', 'a === "x" && b === "y"'])(
    'shows the place in %j, which it cannot read',
    async expression => {
      const { exitCode, output, notes } = await runIn(folderWith({ 'errors.catalogue.yaml': LIBRARY }), [
        'test',
        expression,
      ])
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
      expect(notes).toContain('^')
    },
  )

  test('writes for people within the width of the terminal', async () => {
    const folder = folderWith({ 'errors.catalogue.yaml': LIBRARY })
    for (const expression of ['message === "Loan 42 not found"', '/not found$/i', 'message.includes("Loan")']) {
      const { output } = await runIn(folder, ['test', expression], { width: 60 })
      expect(output).toContain('loan_not_found#0')
      expect(Math.max(...output.split('\n').map(line => line.length))).toBeLessThanOrEqual(60)
    }
  })
})
