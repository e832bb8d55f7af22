/** The words of a text that tell it apart from other texts of this field, for tying one thing to another with care. */

/** Words that are everywhere in this field, or in every request, and so tie nothing to anything. */
const EVERYDAY = new Set(
  `a an and any are as at be been by can for from had has have he her him his how if in into is it its may might more not
  of on or our she so some such than that the their them there these they this those to was were what when where which
  who whom whose you your yours we us me my mine i am do does did done put puts say says said please confirm will with would could should shall must also both each every other another further again about above against back
  ensure aware circulate circulated longer-term
  account accounts hold held holding view views after before between during under over very only just
  ask asked asking request requested requesting note noted consider considered provide provided include included
  including cover covering covers continue continued remain bring brought give given receive received present look raise
  raised inform informed share sharing report reported reporting update updated updates verbal written
  detail details information possible where way ways new latest due course future next last year month week day time
  meeting meetings minute minutes agenda item items standing standard programme program work paper papers matter matters
  point points issue issues question questions answer answers level levels type types number figure figures breakdown
  broken down area areas place people person group groups member members set sit sits behind support supports supported
  supporting help helped service services public community communities resident residents local national county council
  plan plans planning policy priority priorities strategy overview progress performance delivery deliver delivered board panel
  committee commissioner pcc office chief constable deputy assistant police policing force officer officers staff crime crimes
  criminal victim victims offence offences statistic statistics safer safe term longer period make making made use used
  well been one two three first second good better full part whole range scheme schemes team teams`.split(
    /\s+/,
  ),
)

/** The one form of a word we compare by: lower case, no possessive, no plural. */
function plain(word: string): string {
  const bare = word.toLowerCase().replace(/[’']s?$/, '')
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`
  if (bare.length > 4 && /(ss|x|ch|sh)es$/.test(bare)) return bare.slice(0, -2)
  if (bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') && !bare.endsWith('us'))
    return bare.slice(0, -1)
  return bare
}

/** The words of a text that tell it apart, each once, in their order; `apart` are words of the place that tell nothing there. */
export function tellingWords(text: string, apart: readonly string[] = []): string[] {
  const found = text.match(/[\p{L}][\p{L}’'-]*/gu) ?? []
  const dull = new Set(apart.map((word) => plain(word)))
  const telling = found
    .filter((word) => !EVERYDAY.has(word.toLowerCase()) && !EVERYDAY.has(plain(word)))
    .map((word) => plain(word))
    .filter((word) => word.length > 2 && !EVERYDAY.has(word) && !dull.has(word))
  return [...new Set(telling)]
}
