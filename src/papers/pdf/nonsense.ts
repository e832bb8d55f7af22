/** Tells text that a font maps to the wrong letters from words. */

/** Short words that any page of English or Welsh prose is full of. */
const COMMON = new Set(
  'the of and to in a for is on that by with be are as at this it was will from or have has not an its which their i we our y yr yn a ac i o ar mae gan wedi am bod ei eu sydd hyn'.split(
    ' ',
  ),
)

/** Why a document's text is no reading matter: too many signs without meaning, or words that are none. Undefined when it reads. */
export function unreadable(text: string): string | undefined {
  const signs = [...text.matchAll(/\S/gu)].length
  if (signs === 0) return undefined
  const unmapped = [...text.matchAll(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)].filter(
    ([sign]) => !/\s/.test(sign),
  ).length
  if (unmapped > signs * 0.2)
    return `${Math.round((unmapped / signs) * 100)} in 100 of its signs stand for nothing`
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  if (words.length < 150 || letters < signs * 0.5) return undefined
  const common = words.filter((word) => COMMON.has(word)).length
  return common < words.length * 0.02 ? 'hardly any of its words are English or Welsh' : undefined
}
