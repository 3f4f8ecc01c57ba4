const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** A text as a JavaScript literal in single quotes. */
export function literal(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  // Line ends to a reader of old JavaScript, and invisible to everybody.
  return `'${inner.replace(/[\u2028\u2029]/g, mark => `\\u${mark.charCodeAt(0).toString(16)}`)}'`
}

/** A text as the key of an object literal. */
export function key(text: string): string {
  // As a plain key `__proto__` would set the prototype.
  if (text === '__proto__') return "['__proto__']"
  return IDENTIFIER.test(text) ? text : literal(text)
}

/** A doc comment on lines of its own; nothing in the text can end it. */
export function docComment(lines: readonly string[], indent = ''): string {
  const clean = lines.map(line => line.replaceAll('*/', '*\\/').replace(/\s+/g, ' ').trim()).filter(line => line !== '')
  if (clean.length === 0) return ''
  if (clean.length === 1) return `${indent}/** ${clean[0]} */\n`
  return `${indent}/**\n${clean.map(line => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

/** What comes after `type X =`: a union of literals, `never` where there is none. */
export function union(texts: readonly string[]): string {
  const [only = null] = texts
  if (only === null) return ' never'
  return texts.length === 1 ? ` ${literal(only)}` : texts.map(text => `\n  | ${literal(text)}`).join('')
}
