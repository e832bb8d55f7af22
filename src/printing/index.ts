/** The door of printing: one document as Markdown, Word or tagged PDF. Knows no record. */
export { asMarkdown } from './markdown.ts'
export { asPdf } from './pdf.ts'
export {
  type Block,
  type Column,
  gap,
  gapWords,
  link,
  type PrintedDocument,
  plainWords,
  type Run,
  strong,
  text,
} from './printed.ts'
export { asWord } from './word.ts'
