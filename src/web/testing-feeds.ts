/** Reads feeds and calendars back as strictly as their standards allow: tests take nothing that a program might refuse. */
import assert from 'node:assert/strict'

export type SeenCalendar = { events: ReadonlyMap<string, string>[]; zones: string[] }

/** A calendar as RFC 5545 has it; an assertion fails where it is not one. The values of events are as people read them. */
export function readCalendar(text: string): SeenCalendar {
  assert.ok(text.endsWith('\r\n'), 'the last line ends')
  assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'lines end in CRLF alone')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) assert.ok(Buffer.byteLength(line) <= 75, `at most 75 octets: ${line}`)
  assert.doesNotMatch(text, /\ufffd/, 'no character is cut in two')
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  const open: string[] = []
  const events: Map<string, string>[] = []
  const zones: string[] = []
  for (const line of lines) {
    const [, name = '', value = ''] =
      /^([A-Z0-9-]+(?:;[A-Z-]+=[^":;,]+)*):([^\p{Cc}]*)$/u.exec(line) ??
      assert.fail(`no content line: ${line}`)
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push(new Map())
    } else if (name === 'END') assert.equal(open.pop(), value)
    else if (open.at(-1) === 'VEVENT') {
      assert.ok(events.at(-1)?.has(name) === false, `${name} stands once`)
      events.at(-1)?.set(name, unescaped(name, value))
    } else if (name === 'TZID') zones.push(value)
    assert.ok(open.length > 0 || name === 'END', `${line} is inside the calendar`)
  }
  assert.equal(lines[0], 'BEGIN:VCALENDAR')
  assert.equal(lines.at(-1), 'END:VCALENDAR')
  assert.deepEqual(open, [])
  for (const event of events)
    for (const name of ['UID', 'DTSTAMP', 'SUMMARY']) assert.ok(event.has(name), `an event has ${name}`)
  assert.equal(new Set(events.map((event) => event.get('UID'))).size, events.length, 'each UID stands once')
  return { events, zones }
}

const TEXTS = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION', 'UID'])

function unescaped(name: string, value: string): string {
  if (!TEXTS.has(name)) return value
  assert.match(value, /^(?:[^\\;,]|\\[\\;,n])*$/, `${name} is escaped`)
  return value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

export type SeenFeed = {
  id: string
  updated: string
  entries: { id: string; title: string; updated: string; href: string; summary: string }[]
}

type Element = { name: string; attributes: ReadonlyMap<string, string>; children: Element[]; text: string }

/** An Atom feed as RFC 4287 has it; an assertion fails where it is not one. */
export function readFeed(text: string): SeenFeed {
  const feed = elementOf(text)
  assert.equal(feed.name, 'feed')
  assert.equal(feed.attributes.get('xmlns'), 'http://www.w3.org/2005/Atom')
  const entries = feed.children.filter(({ name }) => name === 'entry')
  only(feed, 'author')
  assert.equal(feed.children.filter((child) => child.attributes.get('rel') === 'self').length, 1)
  const ids = entries.map((entry) => only(entry, 'id').text)
  assert.equal(new Set(ids).size, ids.length, 'each id stands once')
  return {
    id: absolute(only(feed, 'id').text),
    updated: moment(only(feed, 'updated').text),
    entries: entries.map((entry) => ({
      id: absolute(only(entry, 'id').text),
      title: only(entry, 'title').text,
      updated: moment(only(entry, 'updated').text),
      href: only(entry, 'link').attributes.get('href') ?? '',
      summary: only(entry, 'summary').text,
    })),
  }
}

function only({ children }: Element, wanted: string): Element {
  const found = children.filter(({ name }) => name === wanted)
  const [first] = found
  assert.ok(first !== undefined && found.length === 1, `one ${wanted}`)
  return first
}

function absolute(id: string): string {
  assert.match(id, /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  return id
}

function moment(text: string): string {
  assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  return text
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function plainText(text: string): string {
  assert.doesNotMatch(text, /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u, 'XML may hold every character')
  return text.replace(
    /&(\w*);?/g,
    (whole, name: string) => ENTITIES[name] ?? assert.fail(`${whole} is no entity`),
  )
}

/** The one element of a document without comments, sections or instructions but the first. */
function elementOf(text: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [root]
  const tokens = text
    .replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
    .matchAll(/<([^>]*)>|([^<]+)/g)
  for (const [, tag, words] of tokens) {
    const here = open.at(-1)
    assert.ok(here)
    if (words !== undefined) here.text += plainText(words)
    else if (tag?.startsWith('/')) {
      assert.equal(open.pop()?.name, tag.slice(1))
    } else {
      const child = openingOf(tag ?? '')
      here.children.push(child)
      if (!tag?.endsWith('/')) open.push(child)
    }
  }
  assert.deepEqual(open, [root], 'every element ends')
  assert.equal(root.children.length, 1)
  return root.children[0] ?? root
}

function openingOf(tag: string): Element {
  const [, name = '', rest = ''] =
    /^([a-z]+)((?: [a-z:]+="[^"<]*")*)\/?$/.exec(tag) ?? assert.fail(`no tag: <${tag}>`)
  const attributes = [...rest.matchAll(/ ([a-z:]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']): [string, string] => [key, plainText(value)],
  )
  return { name, attributes: new Map(attributes), children: [], text: '' }
}
