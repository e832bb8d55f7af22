/** Tells English from Welsh, block by block, so that pages can say which is which (WCAG 3.1.2). */
import type { Block, Lang } from './reading.ts'
import { wordsOf } from './tree.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** The small words that every English sentence needs, none of which is Welsh. */
const ENGLISH = words('the and of to in that for is on was be with by will this at which were from has have')

/** English words of headings and labels, which have no small words. */
const ENGLISH_LABELS = words(`
  minutes apologies absence declarations interests interest present attendance meeting report reports item items
  commissioner update business date venue chair members page pages resolved recommendation recommendations decision
  questions answers any other urgent previous future work programme plan budget precept crime policing welcome
`)

/** The small words of Welsh, none of which is English. */
const WELSH = words(`
  yn y yr ac ar gan mae ei eu wedi bydd hyn gyda oedd sydd fod cael neu mewn drwy eich ein am dros rhwng wrth byddai
  roedd nid oes yw hefyd gyfer hynny hwn hon sy dan fel iawn bod gael i'r a'r o'r gyda'r i'w nad ond unrhyw pob
`)

/** Welsh words of headings and labels, as they stand and as they mutate. */
const WELSH_LABELS = words(`
  cofnodion gofnodion nghofnodion adroddiad adroddiadau cyfarfod gyfarfod chyfarfod cyfarfodydd ymddiheuriadau
  ymddiheuriad absenoldeb datganiadau datgan fuddiant buddiannau fuddiannau buddiant bresennol tudalen tudalennau
  dudalen dydd ddydd eitem eitemau rhaglen raglen comisiynydd gomisiynydd chomisiynydd trosedd troseddau throseddu
  droseddu troseddu penderfynwyd penderfyniad penderfyniadau cadeirydd gadeirydd is-gadeirydd cynghorydd gynghorydd
  cynghorwyr aelodau aelod swyddogion swyddog lleoliad amser dyddiad blaenraglen waith cwestiynau cwestiwn ateb
  cyhoeddus gyhoeddus cyhoedd croeso diweddariad crynodeb argymhelliad argymhellion argymhellir camau gweithredu
  cyllideb praesept gwariant dioddefwyr cymunedau cymuned diogelwch ystafell siambr neuadd swyddfa ddilyn
  llywodraeth llun mawrth mercher iau gwener sadwrn sul ionawr chwefror ebrill mehefin gorffennaf awst medi hydref
  tachwedd rhagfyr faterion materion brys unrhyw arall nesaf blaenorol ffigurau nodi nodwyd cytunwyd cytunodd diolchodd
`)

/** Days and months that are English words too, or parts of names, count as Welsh only beside other Welsh words. */
const WEAK = words('heddlu cymru cyngor sir dyfed gwent mawrth llun sul iau medi unrhyw waith i a o')

type Count = { english: number; welsh: number; sure: number }

function count(said: string): Count {
  const found: Count = { english: 0, welsh: 0, sure: 0 }
  for (const word of said
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[^\p{L}'-]+/u)) {
    if (ENGLISH.has(word)) found.english += 2
    else if (ENGLISH_LABELS.has(word)) found.english += 1
    else if (WEAK.has(word)) found.welsh += word.length > 1 ? 1 : 0
    else if (WELSH.has(word)) found.welsh += 2
    else if (WELSH_LABELS.has(word) || (word.endsWith("'r") && /^(?!.*'s$)[\p{L}-]{3,}'r$/u.test(word)))
      found.welsh += 2
    else continue
    if (!WEAK.has(word) && (WELSH_LABELS.has(word) || (WELSH.has(word) && word.length > 2))) found.sure += 1
  }
  return found
}

/** The language of some words; null when too few words tell, or both languages stand there. */
export function languageOf(said: string): 'en' | 'cy' | null {
  const { english, welsh, sure } = count(said.length > 20_000 ? said.slice(0, 20_000) : said)
  if (english + welsh === 0) return null
  if (welsh > 0 && english > 0 && said.length < 400 && said.includes(' / ')) return null
  if (welsh > english) return sure > 0 && welsh > 2 * english ? 'cy' : null
  if (welsh > 0 && sure > 0 && english < 2 * welsh) return null
  return english > 1 ? 'en' : null
}

/** The blocks with the language of each. What a form itself says of a block stands. */
export const withLanguages = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (block.lang === undefined ? { ...block, lang: languageOf(wordsOf(block)) } : block))

/** The language of a document: both when each has a fair share of the blocks that tell. */
export function languageOfAll(blocks: readonly Block[]): Lang {
  let english = 0
  let welsh = 0
  for (const block of blocks) {
    const said = wordsOf(block)
    const language = block.lang === undefined ? languageOf(said) : block.lang
    if (language === 'en') english += said.length
    else if (language === 'cy') welsh += said.length
    else {
      // A line in both languages speaks for both.
      const both = count(said.slice(0, 2000))
      if (both.sure > 0 && both.english > 0) {
        english += said.length / 2
        welsh += said.length / 2
      }
    }
  }
  const share = welsh / Math.max(1, english + welsh)
  return share > 0.85 ? 'cy' : share > 0.15 ? 'en+cy' : 'en'
}
