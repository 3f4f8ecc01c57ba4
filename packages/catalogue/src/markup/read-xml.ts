import { decodeEntities } from './decode-entities.ts'

interface Element {
  readonly name: string
  readonly members: [string, unknown][]
  text: string
}

const NAME = /[A-Za-z_][\w.:-]{0,100}/y
const ATTRIBUTE = /(?<![\w.:-])([A-Za-z_][\w.:-]{0,100})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/g
const ABOUT_XML = /^(?:xmlns|xsi|xml)(?::|$)/
// `<errors type="array">`, `<id type="integer">`: Rails says how to read the text.
const DATA_TYPE = /^(?:array|integer|float|decimal|boolean|symbol|string|date|datetime|nil|object)$/i
const MAX_DEPTH = 1000
const MAX_TAGS = 400_000

/**
 * XML as a plain value under the name of its root, so that the key lists for JSON read it too: an element with children
 * is an object, a repeated one a list, any other its text; namespaces fall away; attributes are members, and the text
 * beside them is `text`. `null` where the text is no well-formed XML.
 */
export function readXml(xml: string): Readonly<Record<string, unknown>> | null {
  const root: Element = { name: '', members: [], text: '' }
  const open: Element[] = [root]
  let at = 0
  let tags = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const next = readText(xml, at, tag, open)
    if (next === null) break
    tags += 1
    const after = tags > MAX_TAGS ? null : readTag(xml, next, open)
    if (after === null) return null
    at = after
  }
  if (open.length !== 1 || root.members.length !== 1 || root.text.trim() !== '') return null
  return Object.fromEntries(root.members)
}

// The text up to a tag; says where that tag starts, or null at the end of the document.
function readText(xml: string, at: number, tag: number, open: Element[]): number | null {
  const parent = open.at(-1)
  const end = tag === -1 ? xml.length : tag
  if (parent !== undefined && end > at) parent.text += decodeEntities(xml.slice(at, end))
  return tag === -1 ? null : tag
}

// One tag, comment or section; says where the document goes on, or null where it is not well-formed.
function readTag(xml: string, at: number, open: Element[]): number | null {
  const parent = open.at(-1)
  if (parent === undefined) return null
  const aside = skipAside(xml, at, parent)
  if (aside !== null) return aside
  const end = xml.indexOf('>', at)
  if (end === -1 || open.length > MAX_DEPTH) return null
  const fits = xml[at + 1] === '/' ? closeElement(xml, at, open) : openElement(xml, at, end, open)
  return fits ? end + 1 : null
}

// Comments, declarations and CDATA; says where the document goes on, or null where an element starts.
function skipAside(xml: string, at: number, parent: Element): number | null {
  if (xml.startsWith('<![CDATA[', at)) {
    const end = xml.indexOf(']]>', at)
    parent.text += xml.slice(at + 9, end === -1 ? xml.length : end)
    return end === -1 ? xml.length : end + 3
  }
  const mark = xml.startsWith('<!--', at) ? '-->' : xml[at + 1] === '?' ? '?>' : xml[at + 1] === '!' ? '>' : null
  if (mark === null) return null
  const end = xml.indexOf(mark, at + 2)
  return end === -1 ? xml.length : end + mark.length
}

function openElement(xml: string, at: number, end: number, open: Element[]): boolean {
  NAME.lastIndex = at + 1
  const name = NAME.exec(xml)?.[0]
  if (name === undefined) return false
  const element: Element = { name, members: attributesOf(xml.slice(at + 1 + name.length, end)), text: '' }
  if (xml[end - 1] !== '/') {
    open.push(element)
    return true
  }
  open.at(-1)?.members.push(memberOf(element))
  return true
}

function closeElement(xml: string, at: number, open: Element[]): boolean {
  NAME.lastIndex = at + 2
  const element = open.pop()
  const parent = open.at(-1)
  if (element === undefined || parent === undefined || NAME.exec(xml)?.[0] !== element.name) return false
  parent.members.push(memberOf(element))
  return true
}

// `<str name="msg">…</str>`: an element that is called after a kind of data has its name in an attribute.
const KIND_OF_DATA = /^(?:str|string|int|integer|long|float|double|bool|boolean|date|arr|array|lst|list|map|entry)$/

function memberOf(element: Element): [string, unknown] {
  const name = localName(element.name)
  const at = KIND_OF_DATA.test(name) ? element.members.findIndex(([key]) => key === 'name') : -1
  const own = element.members[at]?.[1]
  if (typeof own !== 'string' || own === '') return [name, plainValue(element)]
  return [own, plainValue({ ...element, members: element.members.toSpliced(at, 1) })]
}

function attributesOf(source: string): [string, unknown][] {
  if (!source.includes('=')) return []
  const found: [string, unknown][] = []
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? ''
    if (ABOUT_XML.test(name) || (name === 'type' && DATA_TYPE.test(value))) continue
    found.push([localName(name), decodeEntities(value)])
  }
  return found
}

function plainValue({ name, members, text }: Element): unknown {
  const words = text.replace(/\s+/g, ' ').trim()
  if (members.length === 0) return words
  // `<code value="not-found"/>`
  const [first] = members
  if (members.length === 1 && words === '' && first?.[0] === 'value' && typeof first[1] === 'string') return first[1]
  const all: [string, unknown][] = words === '' ? members : [...members, ['text', words]]
  const groups = new Map<string, unknown[]>()
  for (const [key, value] of all) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  // `<errors><error>…</error></errors>` is a list, also of one.
  const [only] = groups
  if (groups.size === 1 && only !== undefined && (only[1].length > 1 || isListOf(localName(name), only[0])))
    return only[1]
  return Object.fromEntries([...groups].map(([key, values]) => [key, values.length === 1 ? values[0] : values]))
}

function isListOf(container: string, item: string): boolean {
  const [a, b] = [container.toLowerCase(), item.toLowerCase()]
  return a === `${b}s` || a === `${b}list` || a === `${b}es` || (b === 'item' && a.endsWith('s'))
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}
