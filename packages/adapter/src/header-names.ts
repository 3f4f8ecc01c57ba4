/** Adds names to a comma-separated header without saying any twice; `*` already says all. */
export function addNames(current: string, names: readonly string[]): string {
  const present = current
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  if (present.includes('*')) return '*'
  const known = new Set(present.map(name => name.toLowerCase()))
  for (const name of names) {
    if (known.has(name.toLowerCase())) continue
    known.add(name.toLowerCase())
    present.push(name)
  }
  return present.join(', ')
}
