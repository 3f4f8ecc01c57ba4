import { describe, expect, test } from 'vitest'
import { chooseLanguage, chooseText } from '../../src/problem/choose-text.ts'

describe('the language for a caller', () => {
  test.each([
    [['pt-BR', 'en'], ['pt-BR'], 'pt-BR'],
    [['PT-br', 'en'], ['pt-BR'], 'PT-br'],
    [['pt', 'en'], ['pt-BR'], 'pt'],
    [['pt-BR', 'en'], ['pt'], 'pt-BR'],
    [['pt-BR', 'en'], ['pt-PT'], 'pt-BR'],
    [['en', 'pt'], ['fr', 'pt'], 'pt'],
    [['en', 'pt'], ['fr', 'pt', 'en'], 'pt'],
    [['zh-Hant', 'zh'], ['zh-Hant-TW'], 'zh-Hant'],
    [['zh', 'zh-Hans'], ['zh-Hant-TW'], 'zh'],
    [['en', 'en-a-bbb'], ['en-a-bbb-x-ccc'], 'en-a-bbb'],
    [['en', 'en-x'], ['en-x-private'], 'en'],
    [['ptx', 'en'], ['pt'], null],
    [['en'], ['*'], null],
    [['en'], [], null],
    [['en'], ['', 'fr'], null],
    [[], ['en'], null],
  ])('of %j for %j is %j', (offered, wanted, chosen) => {
    expect(chooseLanguage(offered, wanted)).toBe(chosen)
  })
})

describe('the text for a caller', () => {
  test('is the one in its language, with the tag as it was offered', () => {
    expect(chooseText({ '*': 'a', en: 'b', 'pt-BR': 'c' }, ['pt'], [])).toEqual({ text: 'c', language: 'pt-BR' })
  })

  test('is the one without a language where its own is not there, whatever the catalogue prefers', () => {
    expect(chooseText({ en: 'b', '*': 'a' }, ['fr'], ['en'])).toEqual({ text: 'a', language: null })
    expect(chooseText({ en: 'b', '*': 'a' }, ['*'], ['en'])).toEqual({ text: 'a', language: null })
  })

  test('is else that of the catalogue, in the order of its languages', () => {
    expect(chooseText({ en: 'b', 'pt-BR': 'c' }, ['fr'], ['pt', 'en'])).toEqual({ text: 'c', language: 'pt-BR' })
  })

  test('is else the first one, and none where there is none', () => {
    expect(chooseText({ en: 'b', pt: 'c' }, ['fr'], ['de'])).toEqual({ text: 'b', language: 'en' })
    expect(chooseText({}, ['fr'], ['de'])).toBeNull()
  })
})
