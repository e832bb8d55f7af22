/** Routes are data: an address, the question it asks of the record, and the view that shows the answer. */
import type { LocalDate } from '../lib/index.ts'
import type { Html } from './html.ts'

/** Whose site this is: name, words and colours are data of the authority. */
export type Site = {
  /** 'kent'. */
  authority: string
  /** "Kent policing, on the record". */
  name: string
  tagline: string
  /** "the Office of the Kent Police and Crime Commissioner". */
  publisher: string
  /** Office words: "Commissioner", "Chief Constable", "Kent Police". */
  words: { policingBody: string; chief: string; force: string; panel: string; area: string }
  ink: string
  gold: string
  contact: { label: string; value: string; href: string | null }[]
  /** Where "Exit this page" leads: a page that anyone might have open. The weather of the BBC unless given. */
  exit?: string
  /** Under which terms the record may be used again; the Open Government Licence unless given. */
  licence?: { name: string; href: string }
  /** Whom to tell of a weakness of the site's security: an address that begins with mailto: or https://. */
  securityContact?: string
}

export type PageRequest = {
  site: Site
  /** The address without query: /actions/2019-09-24-report-on-support. */
  path: string
  /** The named parts of the route's path. */
  params: Readonly<Record<string, string>>
  /** Only the parameters that the route lists in `query`, each at most once. */
  query: Readonly<Record<string, string>>
  /** The day in London; on a page as it stood on a day, that day. */
  today: LocalDate
  /** The day whose record is shown (`?on=2020-06-01`); null for the record as it is now. */
  on: LocalDate | null
  /** The site's address without a path, for what must name it whole, such as calendars; absent or empty where it is not known. */
  origin?: string
}

/** Which place of the navigation a page belongs to. */
export type Section = 'plan' | 'meetings' | 'actions' | 'questions' | 'measures' | 'people' | 'search' | null

export type View = {
  /** For the title bar, before " – name of the site". */
  title: string
  /** One plain sentence for search engines and previews. */
  description?: string
  section: Section
  /** The same in another form, for programs: feeds and calendars. */
  alternates?: readonly { href: string; title: string; mediaType: string }[]
  /** Left out of search engines: a way through other pages, or words that are not the record's. */
  unlisted?: true
  /** It speaks to people who were hurt, or about what was done to them: it gets the way to leave quickly. */
  addressesVictims?: boolean
  /** What stands inside <main>. It has the page's one h1. */
  main: Html
}

/** The answer of a read that finds that the page lives elsewhere. */
export class Moved {
  readonly to: string
  constructor(to: string) {
    this.to = to
  }
}

/** The answer of a page that is no web page: a calendar, a feed, a file of values. It is served with the same headers, tag and compression. */
export class Text {
  /** 'text/calendar; charset=utf-8'. */
  readonly mediaType: string
  readonly text: string
  /** Under this name a reader keeps it; null where it is shown or taken in by a program. */
  readonly fileName: string | null
  constructor(mediaType: string, text: string, fileName: string | null = null) {
    this.mediaType = mediaType
    this.text = text
    this.fileName = fileName
  }
}

/** The answer of a page that is a picture, or another file of bytes. It is sent as it is: pictures are compressed already. */
export class Bytes {
  /** 'image/png'. */
  readonly mediaType: string
  readonly bytes: Buffer
  /** Under this name a reader keeps it; null where it is shown. */
  readonly fileName: string | null
  constructor(mediaType: string, bytes: Buffer, fileName: string | null = null) {
    this.mediaType = mediaType
    this.bytes = bytes
    this.fileName = fileName
  }
}

/** An answer too long to hold in memory: the pieces are made anew for each reader, while they are sent. */
export class Stream {
  readonly mediaType: string
  readonly pieces: () => AsyncIterable<string>
  readonly fileName: string | null
  /** Names the state of the record that it is made of, for "not modified"; the shell sets it. */
  readonly etag: string | null
  constructor(
    mediaType: string,
    pieces: () => AsyncIterable<string>,
    fileName: string | null = null,
    etag: string | null = null,
  ) {
    this.mediaType = mediaType
    this.pieces = pieces
    this.fileName = fileName
    this.etag = etag
  }
}

/** What a page answers; undefined when there is no such thing (404). */
export type PageAnswer = View | Text | Bytes | Stream | Moved | undefined

/** How a page goes with days that are over: 'kept' shows any of them; 'told' knows only today and says so; 'none' takes no notice. */
export type Days = 'kept' | 'told' | 'none'

/** A page of the public site, its answer's type closed over. `Asker` is the handle that reads the published record. */
export type Page<Asker> = {
  readonly path: string
  /** The query parameters that change the page; all others are ignored and never reach the cache's key. */
  readonly query: readonly string[]
  /** Every address of this page where its named parts follow from no entry's path: ["/bodies/panel.atom"]. For the sitemap and the survival copy. */
  readonly addresses?: (ask: Asker) => Promise<readonly string[]>
  /** How it goes with days that are over; 'kept' unless given: it reads whatever record it is handed. */
  readonly days?: Days
  /** The kind of entries that it lists, for its `.json`. */
  readonly lists?: string
  /** Never kept: it shows more than the record, which may change while that does not. */
  readonly anew?: boolean
  readonly answer: (ask: Asker, request: PageRequest) => Promise<PageAnswer>
}

/**
 * A page: `read` asks the record and returns exactly what the page shows, or undefined when there is no such thing
 * (404); `view` turns that into html, or into another text, and asks nothing.
 */
export function page<Asker, Answer>(
  path: string,
  parts: {
    query?: readonly string[]
    addresses?: (ask: Asker) => Promise<readonly string[]>
    days?: Days
    lists?: string
    anew?: boolean
    read: (ask: Asker, request: PageRequest) => Promise<Answer | Moved | undefined>
    view: (answer: Answer, request: PageRequest) => View | Text | Bytes | Stream
  },
): Page<Asker> {
  return {
    path,
    query: parts.query ?? [],
    ...(parts.addresses === undefined ? {} : { addresses: parts.addresses }),
    ...(parts.days === undefined ? {} : { days: parts.days }),
    ...(parts.lists === undefined ? {} : { lists: parts.lists }),
    ...(parts.anew === undefined ? {} : { anew: parts.anew }),
    answer: async (ask, request) => {
      const answer = await parts.read(ask, request)
      if (answer === undefined) return undefined
      if (answer instanceof Moved) return answer
      return parts.view(answer, request)
    },
  }
}
