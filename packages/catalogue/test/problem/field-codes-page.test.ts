import { FIELD_RULES } from '@problemshift/catalogue'
import { expect, test } from 'vitest'

const HEAD = `# Codes of field errors

An entry of \`errors[]\` has a \`code\`. It comes from the first of these that knows it:

1. The \`fields\` of the catalogue, by the wording or by the v1 code.
2. The table below, by the name of the validator's rule. Names are compared in snake case: \`minLength\`, \`min-length\` and
   \`MIN_LENGTH\` are one. Where the rule says little by itself (\`invalid_type\`, \`min\`, \`size\`), a well-known message decides.
3. The rule's own name in snake case, where the table does not have it: \`ValidRange\` is \`valid_range\`.
4. A well-known message without a code: \`must not be blank\` is \`required\`, \`must be >= 18\` is \`too_small\`.
5. \`invalid\`.

The bodies of the two v2 contracts keep their codes as they are.

<!-- Made from the table of rules by a test: \`npx vitest run field-codes-page -u\` writes it anew. -->
`

test('the page of field codes says what the table says', async () => {
  const rows = Object.entries(FIELD_RULES).map(
    ([code, { message, rules }]) => `## \`${code}\`\n\n${message}\n\n${rules.map(rule => `\`${rule}\``).join(', ')}\n`,
  )
  await expect([HEAD, ...rows].join('\n')).toMatchFileSnapshot('../../../../docs/reference/field-codes.md')
})
