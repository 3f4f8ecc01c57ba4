import { expect, it } from 'vitest'
import { signsOf } from '../../src/find/signs.ts'

const TEXT = `a = b.c('d')["e"] || f(\`g\`)==="h"\n..`

it.each(Array.from({ length: TEXT.length + 1 }, (_, end) => end))('finds every sign of the first %i bytes', end => {
  const text = TEXT.slice(0, end)
  const { places, count } = signsOf(Buffer.from(text))
  expect([...places.subarray(0, count)]).toEqual([...text].flatMap((sign, at) => (/[(=[.'"]/.test(sign) ? [at] : [])))
})
