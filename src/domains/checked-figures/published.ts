/** What the public gets of a reply to a finding; findings themselves are published with their paper. */
import type { AnyKind, Kind } from '../../record/index.ts'
import { type Reply, replyPath, replyStored } from './reply.ts'

export const replyKind: Kind<Reply, Reply> = {
  name: 'figure-reply',
  words: { one: 'Reply about a figure', many: 'Replies about figures' },
  searchable: false,
  parse: (value) => replyStored(value),
  publish: ({ document, title, finding, reply, by, date, source }) => ({
    title: `Reply about a figure in ${title}`,
    path: replyPath({ document, finding }),
    date,
    body: null,
    summary: reply,
    state: null,
    content: { document, title, finding, reply, by, date, source },
    paragraphs: [],
    files: servedFile(source.path),
  }),
}

function servedFile(path: string): { sha256: string; name: string }[] {
  const [, sha256, name] = /^\/files\/([0-9a-f]{64})\/([^/]+)$/.exec(path) ?? []
  return sha256 === undefined || name === undefined ? [] : [{ sha256, name: decodeURIComponent(name) }]
}

export const kinds: readonly AnyKind[] = [replyKind]
