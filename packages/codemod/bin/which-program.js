import { statSync } from 'node:fs'

const BUNDLE = '../dist/bundle/cli.js'

/** Whether what was put into few files is newer than all it was made of; where nothing was built here, it is. */
export function isFresh() {
  const made = timeOf(BUNDLE)
  const built = ['../dist/.tsbuildinfo', '../../catalogue/dist/.tsbuildinfo'].map(file => timeOf(file) ?? 0)
  return made !== null && built.every(time => time <= made)
}

/** The program that is started: in few files, or as it was compiled last. */
export function whichProgram() {
  return isFresh() ? BUNDLE : '../dist/cli.js'
}

/** @param {string} file */
function timeOf(file) {
  return statSync(new URL(file, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? null
}
