import type { FileFacts } from '../fault.ts'
import { type FaultKinds, noWords, oneOf } from './fault-kind.ts'

/** What can be wrong with a file before anything in it is looked at. */
export const FILE_FAULTS: FaultKinds<FileFacts['code']> = {
  'file-missing': {
    means: 'There is no such file.',
    next: 'Check the path, or create the catalogue there.',
    words: noWords,
  },
  'file-unreadable': {
    means: 'The file is there and cannot be read.',
    next: 'Give the process the right to read it.',
    words: ({ cause }) => ({ came: cause }),
  },
  'file-is-directory': {
    means: 'The path names a directory.',
    next: 'Name the catalogue file in it.',
    words: noWords,
  },
  'file-kind': {
    means: 'The extension of the file is none that a catalogue has.',
    next: 'Rename the file, or write the catalogue in one of these formats.',
    words: ({ extension, known }) => ({ came: extension === '' ? 'no extension' : extension, expected: oneOf(known) }),
  },
  'file-too-large': {
    means: 'The file is larger than any catalogue is.',
    next: 'Check that it is the catalogue; if so, split the API that it describes.',
    words: ({ bytes, limit }) => ({ came: `${bytes} bytes`, expected: `at most ${limit} bytes` }),
  },
  'file-empty': {
    means: 'The file holds nothing.',
    next: 'Write `type` and `problems` into it.',
    words: noWords,
  },
  'file-encoding': {
    means: 'The file is no UTF-8 text.',
    next: 'Save it as UTF-8.',
    words: ({ byte }) => ({ came: `bytes that are no UTF-8, from byte ${byte} on`, expected: 'UTF-8' }),
  },
  'module-throws': {
    means: 'The module threw an error while it was loaded.',
    next: 'Mend the module: the cause is its own.',
    words: ({ cause }) => ({ came: cause }),
  },
  'module-export': {
    means: 'The module exports no catalogue.',
    next: 'Export the definition as default, or under the name `catalogue`.',
    words: ({ exports }) => ({
      came: exports.length === 0 ? 'no exports' : `the exports ${exports.join(', ')}`,
      expected: 'a default export, or one named catalogue',
    }),
  },
}
