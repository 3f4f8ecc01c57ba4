/** Reads JSON with comments and trailing commas, as `tsconfig.json` is written; `null` for what is none. */
export function readJsonc(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '').replace(NO_DATA, plain))
  } catch {
    return null
  }
}

// A string goes first: what looks like a comment in it is none.
const NO_DATA = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[\]}])/g

function plain(found: string): string {
  return found.startsWith('"') ? found : ''
}
