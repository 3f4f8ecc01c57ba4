import type { MessageTemplate } from '../message-template.ts'
import { HoleReader } from './hole-reader.ts'
import { HoleSteps } from './hole-steps.ts'
import { DEAD, LazyDfa } from './lazy-dfa.ts'
import { TemplateKeys } from './sorted-templates.ts'
import { TemplateAutomaton, type TemplateNote } from './template-automaton.ts'

/** A template that matched, and the ends of its holes' values. */
export interface TemplateHit<Value> {
  readonly value: Value
  readonly spans: readonly number[]
}

interface Kept<Value> {
  readonly value: Value
  readonly template: MessageTemplate
  /** Made when the template is first looked at. */
  reader: HoleReader | null
  /** The walk in which it was last looked at. */
  seen: number
}

/** Many templates, asked together: which of them match a message? One pass finds the few that can; each is then read. */
export class TemplateSet<Value> {
  readonly #kept: readonly Kept<Value>[]
  readonly #dfa: LazyDfa<TemplateNote | null>
  readonly #steps: HoleSteps
  #walk = 0

  /** One value for all templates of one language; `join` is called with the value it has so far. */
  constructor(templates: Iterable<readonly [MessageTemplate, (known: Value | undefined) => Value]>) {
    const keys = new TemplateKeys()
    const values = new Map<string, { template: MessageTemplate; value: Value }>()
    for (const [template, join] of templates) {
      const key = keys.keyOf(template)
      const known = values.get(key)
      values.set(key, { template: known?.template ?? template, value: join(known?.value) })
    }
    const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1))
    this.#kept = sorted.map(([, { template, value }]) => ({ value, template, reader: null, seen: 0 }))
    const automaton = new TemplateAutomaton({ keys: sorted.map(([key]) => key), languages: keys.languages })
    this.#steps = new HoleSteps(automaton.classes)
    this.#dfa = new LazyDfa(automaton)
  }

  find(text: string): readonly TemplateHit<Value>[] {
    const hits: TemplateHit<Value>[] = []
    if (this.#kept.length === 0) return hits
    const dfa = this.#dfa
    this.#walk++
    let state = dfa.start()
    let at = 0
    while (state > DEAD) {
      const note = dfa.note(state)
      if (note !== null) this.#report(note, at, text, hits)
      if (note?.run) {
        if (!text.startsWith(note.run.text, at)) break
        at += note.run.text.length
        state = dfa.jump(state, note.run.threads)
      } else {
        if (at === text.length) break
        state = dfa.walk(state, text, at, text.length)
        at = dfa.at
      }
    }
    if (state < 0) this.#read(-state - 1, text, hits)
    return hits
  }

  #report(note: TemplateNote, at: number, text: string, hits: TemplateHit<Value>[]): void {
    for (const index of note.alone) this.#read(index, text, hits)
    if (at === text.length) for (const index of note.ended) this.#read(index, text, hits)
  }

  #read(index: number, text: string, hits: TemplateHit<Value>[]): void {
    const kept = this.#kept[index]
    if (kept === undefined || kept.seen === this.#walk) return
    kept.seen = this.#walk
    kept.reader ??= new HoleReader(kept.template, this.#steps)
    const spans = kept.reader.read(text)
    if (spans !== null) hits.push({ value: kept.value, spans })
  }
}
