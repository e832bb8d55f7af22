/** A document as Word: real headings, lists and tables with heading rows, so that it can be edited and read aloud. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, gapWords, type PrintedDocument, type Run } from './printed.ts'

const BULLETS = 'bullets'

/** The bytes of the DOCX file. */
export async function asWord(document: PrintedDocument): Promise<Uint8Array> {
  const made = new Document({
    title: document.title,
    // The library would name itself as the author.
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: {
            font: 'Arial',
            size: 22,
            language: { value: document.language === 'cy' ? 'cy-GB' : 'en-GB' },
          },
          paragraph: { spacing: { after: 160, line: 276 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: indented(720, 360) }],
        },
        ...numberings(document.blocks),
      ],
    },
    sections: [{ children: [...headOf(document), ...document.blocks.flatMap(blockParts)] }],
  })
  return new Uint8Array(await Packer.toBuffer(made))
}

const indented = (left: number, hanging: number) => ({ paragraph: { indent: { left, hanging } } })

/** Numbered paragraphs keep their printed numbers: each begins a list of its own at that number. */
const numberings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.number !== null
      ? [
          {
            reference: `paragraph-${block.number}`,
            levels: [
              {
                level: 0,
                format: LevelFormat.DECIMAL,
                text: '%1.',
                start: block.number,
                style: indented(567, 567),
              },
            ],
          },
        ]
      : [],
  )

const headOf = ({ title, head }: PrintedDocument): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
  ...head.map(
    ({ label, words }) =>
      new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(words)] }),
  ),
]

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function blockParts(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'heading')
    return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(block.text)] })]
  if (block.kind === 'paragraph')
    return [
      new Paragraph({
        children: inline(block.runs),
        ...(block.number === null ? {} : { numbering: { reference: `paragraph-${block.number}`, level: 0 } }),
      }),
    ]
  if (block.kind === 'list')
    return block.items.map(
      (item) => new Paragraph({ children: inline(item), numbering: { reference: BULLETS, level: 0 } }),
    )
  return tableParts(block)
}

function tableParts({
  caption,
  columns,
  rows,
  notes,
}: Extract<Block, { kind: 'table' }>): (Paragraph | Table)[] {
  const cell = (words: string, at: number, bold = false): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: columns[at]?.numeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { before: 40, after: 40 },
          children: [new TextRun({ text: words, bold })],
        }),
      ],
    })
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, at) => cell(column.head, at, true)),
  })
  const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' }
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: caption, bold: true })] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      layout: TableLayoutType.AUTOFIT,
      borders: {
        top: line,
        bottom: line,
        left: line,
        right: line,
        insideHorizontal: line,
        insideVertical: line,
      },
      rows: [head, ...rows.map((row) => new TableRow({ children: row.map((words, at) => cell(words, at)) }))],
    }),
    ...(notes.length === 0 ? [''] : notes).map(
      (note) => new Paragraph({ spacing: { before: 80 }, children: [new TextRun({ text: note, size: 19 })] }),
    ),
  ]
}

const inline = (runs: readonly Run[]): ParagraphChild[] =>
  runs.map((run) => {
    if (run.kind === 'text') return new TextRun({ text: run.text, bold: run.strong })
    if (run.kind === 'link')
      return new ExternalHyperlink({
        link: run.href,
        children: [new TextRun({ text: run.text, style: 'Hyperlink' })],
      })
    return new TextRun({ text: gapWords(run.text), bold: true, highlight: 'yellow' })
  })
