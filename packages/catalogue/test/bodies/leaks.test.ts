import { findLeaks, type LeakKind, scrub } from '@problemshift/catalogue'
import { loadZoo } from '@problemshift/fixtures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INNOCENT } from './innocent.ts'
import { LEAKING } from './leaking.ts'

const ZOO = loadZoo()

describe('findLeaks', () => {
  it.each(LEAKING.flatMap(({ kind, texts }) => texts.map((text): [LeakKind, string] => [kind, text])))(
    'finds %s in %s',
    (kind, text) => {
      expect(findLeaks(text).map(leak => leak.kind)).toContain(kind)
    },
  )

  it.each(INNOCENT)('finds nothing in: %s', text => {
    expect(findLeaks(text)).toEqual([])
  })

  it('says which words gave it away', () => {
    expect(findLeaks('connect ECONNREFUSED 10.20.0.7:5432')).toContainEqual({ kind: 'host', text: '10.20.0.7:5432' })
  })
})

describe('scrub', () => {
  it.each(INNOCENT)('leaves as it is: %s', text => {
    expect(scrub(text)).toBe(text)
  })

  it.each([
    ['ForbiddenError: Only owners may archive\n    at file:///srv/app/server.mjs:6:31', 'Only owners may archive'],
    ['LoanError: Loan 7 is closed\n\tat com.example.Loan.close(Loan.java:7)\n\t... 12 more', 'Loan 7 is closed'],
    ['IllegalArgumentException: Loan 7 is closed', 'Loan 7 is closed'],
    ['com.example.library.LoanClosedException: Loan 7 is closed', 'Loan 7 is closed'],
    ['SyntaxError: Unexpected end of JSON input', 'Unexpected end of JSON input'],
    ['You may not do this.Server unable to read htaccess file, denying access to be safe', 'You may not do this.'],
    ['Loan not saved. SQLSTATE[23000]: Integrity constraint violation', 'Loan not saved.'],
    ['Loan 7 is closed in /srv/app/loans.php on line 12', 'Loan 7 is closed'],
    ['Loan 7 is closed (at /srv/app/loans.js:12:3)', 'Loan 7 is closed'],
    ['Loan 7 is closed [host=db-7.internal]', 'Loan 7 is closed'],
  ])('saves the sentence of %s', (text, kept) => {
    expect(scrub(text)).toBe(kept)
  })

  it.each([
    [
      'Traceback (most recent call last):\n  File "/srv/app/shop.py", line 7, in get\nIndexError: list index out of range',
    ],
    ['java.lang.NullPointerException: Cannot invoke "com.example.desk.Task.getId()" because "task" is null'],
    ['pq: duplicate key value violates unique constraint "members_email_key"'],
    ['select * from loans where id = 7; Please try again.'],
    ['TypeError: Missing'],
    ["Code: 60. DB::Exception: Table default.loans doesn't exist. (UNKNOWN_TABLE) (version 23.8.1.1)"],
    ['postgres://library:hunter22@db-7.internal:5432/loans'],
    [''],
    [' \n\t '],
  ])('has nothing to save in %s', text => {
    expect(scrub(text)).toBeNull()
  })

  it('takes control characters out of a sentence', () => {
    expect(scrub('Loan\u0000 7 \u001bis closed')).toBe('Loan 7 is closed')
    expect(scrub('Loan 7 is \u001b[31mclosed\u001b[0m')).toBe('Loan 7 is closed')
    expect(scrub('Loan 7 is \u202eclosed')).toBe('Loan 7 is closed')
  })

  it('gives up a text that is too long to be a sentence', () => {
    expect(scrub('Loan 7 is closed. '.repeat(1000))).toBeNull()
  })

  it('damages no sentence of the zoo that is fit for a client', () => {
    const damaged = ZOO.flatMap(({ id, facts }) => {
      if (facts.tolerate?.some(name => name === 'message' || name === 'fields')) return []
      const sentences = [facts.message, facts.hint, ...facts.fields.map(field => field.message)]
      return sentences.filter(text => text !== null && scrub(text) !== text).map(text => ({ id, text }))
    })
    expect(damaged).toEqual([])
  })

  it('gives back no leak of the zoo', () => {
    const leaking = ZOO.flatMap(({ id, facts }) => {
      const kept = facts.unsafeMessage === undefined ? null : scrub(facts.unsafeMessage)
      const leaks = facts.leakStrings?.filter(leak => kept?.includes(leak)) ?? []
      // A sentence of the server's own can be unsafe by its status alone; no word of it tells.
      return leaks.length === 0 || kept === facts.unsafeMessage ? [] : [{ id, kept, leaks }]
    })
    expect(leaking).toEqual([])
  })
})

describe('laws of scrub', () => {
  const pieces = fc.constantFrom(
    ...LEAKING.flatMap(({ texts }) => texts),
    ...INNOCENT,
    ...['. ', ': ', ' (', ') ', '\n', ' at ', ' in ', '"', '[', '] ', 'Error: ', '. Please try again.'],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 6 }).map(parts => parts.join('')),
    fc.array(pieces, { maxLength: 6 }).map(parts => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 400 }),
  )

  it('what it gives back has no leak', () => {
    fc.assert(fc.property(texts, text => findLeaks(scrub(text) ?? '').length === 0))
  })

  it('done twice it is done once', () => {
    fc.assert(
      fc.property(texts, text => {
        const once = scrub(text)
        return once === null || scrub(once) === once
      }),
    )
  })
})
