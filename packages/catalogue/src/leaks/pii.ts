import type { LeakRule } from './leak-rule.ts'

/**
 * What tells of a person. An e-mail address is none of it: in a sentence for the caller it is nearly always what the
 * caller has just sent ("pat@example.test is already being used"); what a database says of it is a leak of its own.
 */
export const PII: LeakRule = {
  kind: 'pii',
  hint: /ip\b|\d[ -][\dA-Z]/i,
  patterns: [
    /\b(?:your|client|remote|caller|source)[ _-]?ip\b(?: address)?\s?(?:is|:|=)?\s?[\da-f.:]{3,45}\b/gi,
    /\b[3-6]\d{3}([ -])\d{4}\1\d{4}\1\d{3,4}\b/g,
    /\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b/g,
    /\b[A-Z]{2}\d{2} (?:[A-Z\d]{4} ){2,7}[A-Z\d]{1,4}\b/g,
  ],
}
