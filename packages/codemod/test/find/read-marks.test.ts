import { defineCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { CLIENTS } from '../../src/clients/clients.ts'
import { markNear } from '../../src/rules/near-requests.ts'

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

const MARKS = { catalogue: CATALOGUE, models: CLIENTS, accept: false }

const read = (...texts: readonly string[]) => {
  const marks = markNear(['read'], MARKS)
  for (const [file, text] of texts.entries()) marks.tell(String(file), text)
  const near = marks.shareOut({ nearby: Object.keys(texts), helpers: [] })
  return near.byRule.get('read')?.map(Number)
}

describe('a file is looked into for reads', () => {
  it.each([
    'show(response.data.message)',
    'show(failure\n  ?.response\n  .data!.message)',
    'show((await response.json()).message)',
    `show(body['message'])`,
    'const { message } = await response.json()',
    'const { data: { message: text } } = failure.response',
    'function show({ message }) {}',
    'const loan = await response.json()\nshow(loan.message)',
    'http.get().then(loan => show(loan.message))',
    'const show = (error: Failure) => error.message',
    'console.error(describe(loan), response)',
    'console.error(name.replace(/[)]/, ""), body)',
    'try { ask() } catch (error) { show(error.response.data.message) }',
    'try { ask() } catch (error) { show(error.message) }\nconst show = error => error.message',
  ])('with %j', text => expect(read(text)).toEqual([0]))

  it.each([
    'console.error(text)',
    'shelf.title',
    "expect(() => JSON.parse('{')).toThrow('JSON')",
    "console.warn('no response', error)",
    'logger.message(4)',
    'try { ask() } catch (error) { show(error.message) }',
    'ask().catch(error => show(error?.message))',
  ])('but not with %j alone', text => expect(read(text)).toEqual([]))

  it('with what was caught, once some file throws bodies', () => {
    const caught = 'try { ask() } catch (error) { show(error.message) }'
    expect(read(caught, 'shelf.count', 'throw response.data\n')).toEqual([0])
  })
})
