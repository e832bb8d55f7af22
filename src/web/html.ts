/** The auto-escaping `html` tag: every value is escaped unless it is itself Html. */
export class Html {
  readonly text: string
  private constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
  /** Marks text as html that is already safe: made by the tag, by a GOV.UK macro, or a constant of ours. Never by a person's input. */
  static trusted(text: string): Html {
    return new Html(text)
  }
}

/** What may stand in a template: text is escaped, Html is not, lists are joined, null, undefined and false are nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for content and for quoted attributes. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)

function rendered(piece: Piece): string {
  if (piece instanceof Html) return piece.text
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'object') return piece.map(rendered).join('')
  return escape(String(piece))
}

/** Builds Html from a template: html`<p>${text}</p>` escapes `text`. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < pieces.length; index += 1) {
    text += rendered(pieces[index]) + (strings[index + 1] ?? '')
  }
  return Html.trusted(text)
}
