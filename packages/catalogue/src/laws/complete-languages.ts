import type { Draft } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at } from './law.ts'

/** Every text that is given per language is given in all of them. */
export function* completeLanguages(draft: Draft): Iterable<Finding> {
  const used = new Set(draft.texts.flatMap(text => text.languages))
  const wanted = draft.languages ?? [...used]
  for (const { languages, path } of draft.texts) {
    const missing = wanted.filter(language => !languages.includes(language))
    if (missing.length > 0) yield at(path, { code: 'language-missing', languages: missing })
    for (const language of languages) {
      if (wanted.includes(language)) continue
      yield at([...path, language], { code: 'language-unlisted', language, known: wanted })
    }
  }
}
