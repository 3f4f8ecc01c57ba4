/** A fenced block of a Markdown page. `file=` and `output` stand behind the language in its info string. */
export interface Block {
  readonly language: string
  /** The file that the block is written to before the commands of the page run. */
  readonly file: string | null
  /** The example that the block puts into the folder, in place of what a reader types for it in a clone. */
  readonly from: string | null
  /** Whether the block is what the block before it prints. */
  readonly isOutput: boolean
  /** Why a block is shown and not run; a block without a reason runs. */
  readonly shown: string | null
  readonly text: string
  readonly line: number
}

const FENCE = /^(`{3,})(.*)$/

/** The fenced blocks of a page, in order. */
export function readBlocks(markdown: string): readonly Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const open = FENCE.exec(lines[at] ?? '')
    if (open === null) continue
    const fence = open[1] ?? ''
    const end = lines.findIndex((line, index) => index > at && line.trimEnd() === fence)
    if (end === -1) throw new Error(`line ${at + 1}: a fenced block is not closed`)
    blocks.push({ ...readInfo(open[2] ?? ''), text: `${lines.slice(at + 1, end).join('\n')}\n`, line: at + 1 })
    at = end
  }
  return blocks
}

function readInfo(info: string): Pick<Block, 'language' | 'file' | 'from' | 'isOutput' | 'shown'> {
  const [language = '', ...rest] = info.trim().split(/\s+/)
  const words = rest.join(' ')
  return {
    language,
    file: /(?:^| )file=(\S+)/.exec(words)?.[1] ?? null,
    from: /(?:^| )from=(\S+)/.exec(words)?.[1] ?? null,
    isOutput: rest.includes('output'),
    shown: /(?:^| )shown: (.+)$/.exec(words)?.[1] ?? null,
  }
}
