import { defineCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { CLIENTS } from '../../src/clients/clients.ts'
import { markNear } from '../../src/rules/near-requests.ts'

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

const looked = (texts: readonly string[], others: readonly string[] = []) => {
  const all = [...texts, ...others]
  const names = (from: number, to: number) => all.slice(from, to).map((_, at) => String(from + at))
  const marks = markNear(['validation'], { catalogue: CATALOGUE, models: CLIENTS, accept: false })
  for (const [file, text] of all.entries()) marks.tell(String(file), text)
  const near = marks.shareOut({ nearby: names(0, texts.length), helpers: names(texts.length, all.length) })
  return near.byRule.get('validation')?.map(Number)
}

const OWN = `import axios from 'axios'\nconst shelves = axios.create({ baseURL: 'https://shelves.example' })\n`
const ASKS = `const { data } = await shelves.get<Shelf[]>('/shelves')\n`

describe('a file is looked into for field errors', () => {
  it.each([
    'show(failure.response.data.errors)',
    'const { errors } = await response.json()',
    'const { data: { errors: byField = {} } } = failure.response',
    'const {\n  // of each field\n  errors,\n} = body',
    `show(body['issues'])`,
    'const loan = urgent\n  ? await hurry()\n  : await ask()\nshow(loan.errors)',
    'ask().catch(loan => show(loan.details))',
    'show(data.message[0])',
    'show(data.message\n  ?.join(", "))',
    'show((data.message as string[]).map(upper))',
    `show(body['message'].forEach(say))`,
    'show(data.message /* a list */ .map(upper))',
    'if (Array.isArray(data.message)) show(data)',
    'for (const text of data.message) show(text)',
    'for (const text of (await response.json()).message) show(text)',
    'for (const text of (await ask({ of: { id: 1 } })).message) show(text)',
    `const { data } = await shelves.get('/shelves')`,
    `const body = await answer.json()\nif (!answer.ok) throw new Refusal(body)`,
    `const body = await answer.json()\nshow(Object.keys(body))\nif (!answer.ok) throw new Error('refused')\n`,
    `if (!answer.ok) throw new Refusal(await answer.json())\n`,
    `if (!answer.ok) return\nshow(await answer.json(), answer.ok)`,
    `${OWN}${ASKS}show(shelves)`,
    `${OWN}${ASKS}show([...shelves])`,
    `${OWN}${ASKS}show(data.data)`,
    `${OWN}shelves.interceptors.response.use(({ data }) => data)\n${ASKS}`,
  ])('with %j', text => expect(looked([text])).toEqual([0]))

  it.each([
    'show(error.message)',
    'show(error instanceof Error ? error.message : String(error))',
    'throw new Error(data.message)',
    'if (data.message.includes("taken")) show(data)',
    'for (const entry of list) {\n  try {\n    add(entry)\n  } catch (error) {\n    log(error.message)\n  }\n}',
    'shelf.errors',
    'failure.details()',
    `if (!answer.ok) throw new Error('refused')\nshow(await answer.json())`,
    'if (!answer.ok) {\n  throw new Error(`answered $' + '{answer.statusText}`)\n}\nshow(await answer.json())',
    `${OWN}${ASKS}show(data.shelves)`,
    `${OWN}const { data: found } = await shelves.get('/shelves')\nshow(found.shelves)`,
  ])('but not with %j alone', text => expect(looked([text])).toEqual([]))

  it('with what an answer is called, once somebody intercepts answers', () => {
    expect(looked([`${OWN}${ASKS}`], ['client.interceptors.response.use(({ data }) => data)'])).toEqual([0])
  })
})
