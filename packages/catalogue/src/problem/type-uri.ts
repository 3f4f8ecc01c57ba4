import { isTypeTemplateFault, readTypeTemplate } from '../definition/type-template.ts'

/** The type URI of a code: `https://errors.library.example/{code}` expanded by RFC 6570. */
export function typeUri(template: string, code: string): string {
  const read = readTypeTemplate(template)
  // Only in a catalogue that nobody checked: one that was read has a sound template.
  return isTypeTemplateFault(read) ? template : read.expand(code)
}
