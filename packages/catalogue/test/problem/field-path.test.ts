import { describe, expect, test } from 'vitest'
import { inputPath, writePath, writePointer } from '../../src/problem/field-path.ts'

describe('a path', () => {
  test.each([
    [['items', 0, 'name'], 'items[0].name'],
    [[0, 'name'], '[0].name'],
    [['X-Trace-Id'], 'X-Trace-Id'],
    [['$id', '_rev', 'größe', '名前', 'नाम'], '$id._rev.größe.名前.नाम'],
    [['a.b', 'c'], '["a.b"].c'],
    [['a', 'b"c'], 'a["b\\"c"]'],
    [['', 'a '], '[""]["a "]'],
    [['a\nb'], '["a\\nb"]'],
    [[], ''],
  ])('%j is written %j', (segments, written) => {
    expect(writePath(segments)).toBe(written)
  })
})

describe('a pointer', () => {
  test.each([
    [['items', 0, 'name'], '/items/0/name'],
    [['a~b/c', '~/~/'], '/a~0b~1c/~0~1~0~1'],
    [['~1'], '/~01'],
    [[''], '/'],
    [[], ''],
  ])('to %j is written %j', (segments, written) => {
    expect(writePointer(segments)).toBe(written)
  })
})

describe('the path within the input', () => {
  test.each([
    [['AccountResource', 'create', 'arg0', 'email'], ['email']],
    [
      ['create', 'arg12', 'items', 0],
      ['items', 0],
    ],
    [['create', 'arg123'], []],
    [
      ['arg0', 'email'],
      ['arg0', 'email'],
    ],
    [
      ['create', 'arg', 'email'],
      ['create', 'arg', 'email'],
    ],
    [
      ['create', 'arg1234', 'email'],
      ['create', 'arg1234', 'email'],
    ],
    [
      ['create', 'myarg0', 'email'],
      ['create', 'myarg0', 'email'],
    ],
    [
      ['create', 'arg0s', 'email'],
      ['create', 'arg0s', 'email'],
    ],
    [
      ['a', 'b', 'c', 'arg0', 'email'],
      ['a', 'b', 'c', 'arg0', 'email'],
    ],
    [
      ['items', 0, 'name'],
      ['items', 0, 'name'],
    ],
  ])('of %j is %j', (segments, input) => {
    expect(inputPath(segments)).toEqual(input)
  })
})
