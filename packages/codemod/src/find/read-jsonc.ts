/** Reads JSON with comments and trailing commas, as `tsconfig.json` is written; `null` for what is none. */
export function readJsonc(text: string): unknown {
  try {
    // One after the other: a comma that looks for its bracket past comments takes a time that doubles with each of them.
    const bare = text.replace(/^\uFEFF/, '').replace(COMMENT, stringOnly)
    return JSON.parse(bare.replace(TRAILING_COMMA, stringOnly))
  } catch {
    return null
  }
}

// A string goes first: what looks like a comment or a comma in it is none.
const COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
const TRAILING_COMMA = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[\]}])/g

function stringOnly(found: string): string {
  return found.startsWith('"') ? found : ''
}
