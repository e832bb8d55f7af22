/** Knows the furniture of papers: what stands on a page or a web page and is no part of the document. */

const FURNITURE: readonly RegExp[] = [
  /^this page (?:is|has been|was) (?:intentionally |deliberately )?(?:left )?blank\.?$/i,
  /^(?:intentionally|deliberately) left blank\.?$/i,
  /^mae'r dudalen hon (?:yn|wedi).*(?:wag|fwriadol)\.?$/i,
  /^(?:page|tudalen) \d{1,4}(?: (?:of|o) \d{1,4})?$/i,
  /^[-–—] ?\d{1,4} ?[-–—]$/,
  /^(?:quickly exit this site|quick exit|leave this site|exit this site)\b.{0,80}$/i,
  /^share this (?:item|page)\b.{0,40}$/i,
  /^(?:back to top|skip to (?:main )?content|print this page|related documents|supporting documents?):?$/i,
  /^(?:view the )?(?:background )?(?:declarations of interest )?pdf icon\b.{0,160}\bpdf [\d.,]+ ?[km]b\)?$/i,
  /^(?:attachments|additional documents):$/i,
  /^(?:pdf|docx?|xlsx?) [\d.,]+ ?[km]b$/i,
  /^view (?:the )?(?:background|decision|reasons?|full (?:details?|decision)|directions|map|minutes|more)\b(?: (?:to|for|of|on) .{0,120})?$/i,
  /^(?:agenda (?:frontsheet|reports? pack|front sheet)|(?:printed|draft) (?:minutes|decisions|agenda)|printer[- ]friendly version|(?:browse|previous|next) meetings?|add to (?:my )?calendar|subscribe to updates|link to this (?:item|page)|view directions|(?:expand|collapse|show|hide) all(?: (?:items|sections))?)$/i,
  /^(?:return to (?:the )?top|top of (?:the )?page|nôl i'r brig|yn ôl i'r brig|rhannu'r eitem hon|dogfennau ategol:?|dogfennau ychwanegol:?)$/i,
  /^image(?: removed)?$/i,
  /^(?:[a-z]:\\|\\\\[\w.-]+\\|file:\/\/|\/(?:sites|home|users|volumes|shares?)\/)\S.{2,180}$/i,
  /^you are here:?.{0,120}$/i,
  /^(?:we use cookies|cookies on this site)\b.{0,120}$/i,
]

/** Whether a line, stripped of markup, is furniture. */
export const isFurniture = (words: string): boolean =>
  words.length < 200 && FURNITURE.some((form) => form.test(words))

/** Takes furniture off the end or the middle of a line that also says something: "Budget pdf icon PDF 238 KB". */
export function withoutTrailingFurniture(words: string): string {
  if (words.length > 2000 || !/\bpdf\b|share this item|view directions/i.test(words)) return words
  return words
    .replace(/[\s,;(]*\bpdf icon\b\s*pdf\s*[\d.,]+\s*[km]b\)?/gi, '')
    .replace(/\s*\(?\bpdf,? [\d.,]+ ?[km]b\)?\s*$/i, '')
    .replace(/[\s.]*\b(?:share this item|view directions)\b\s*$/i, '')
    .trim()
}
