/** Readable parts of an address. */

/** Lower-case words joined by hyphens, at most `most` characters, cut at a word: "Crime & Victims' Needs" → crime-and-victims-needs. */
export function slug(text: string, most = 60): string {
  const whole = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (whole.length <= most) return whole
  const cut = whole.lastIndexOf('-', most)
  return whole.slice(0, cut > most / 2 ? cut : most)
}
