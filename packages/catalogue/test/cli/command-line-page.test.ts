import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { runIn } from './desk.ts'

const HEAD = `# The command line of the catalogue

\`problemshift-catalogue\` comes with \`@problemshift/catalogue\`. What a command finds goes to stdout, what it says beside that
to stderr. \`NO_COLOR\` and \`--no-color\` turn colours off.

<!-- Made from the help of the commands by a test: \`npx vitest run command-line-page -u\` writes it anew. -->
`

test('the page of the command line says what the help says', async () => {
  const helps = await Promise.all(COMMANDS.map(({ name }) => runIn('/', [name, '--help'], { width: 90 })))
  const parts = COMMANDS.map(({ name }, at) => `## ${name}\n\n\`\`\`text\n${helps[at]?.output ?? ''}\`\`\`\n`)
  await expect([HEAD, ...parts].join('\n')).toMatchFileSnapshot('../../../../docs/reference/command-line.md')
})
