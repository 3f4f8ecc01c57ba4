import type { Catalogue } from '@problemshift/catalogue'
import type { NearScope } from '../near-requests.ts'
import { fieldPlaces } from './field-places.ts'

/** Which files may read field errors: those that hold the name of a member that holds them in some dialect. */
export function filesWithFields(
  { catalogue }: Pick<NearScope, 'catalogue'>,
  files: readonly string[],
  textOf: (file: string) => string,
): readonly string[] {
  const names = namesOf(catalogue)
  return files.filter(file => {
    const text = textOf(file)
    return names.some(name => text.includes(name))
  })
}

function namesOf(catalogue: Catalogue): readonly string[] {
  return [...new Set(fieldPlaces(catalogue).flatMap(({ path }) => path.slice(-1)))]
}
