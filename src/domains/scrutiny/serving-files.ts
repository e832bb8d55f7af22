/** The kept file that a served address leads to, so that readers may have it once what names it is published. */

/** From /files/<sha256>/<name>; none when the address is of something else. */
export function servedIn(path: string): { sha256: string; name: string }[] {
  const [, sha256, name] = /^\/files\/([0-9a-f]{64})\/([^/]+)$/.exec(path) ?? []
  return sha256 === undefined || name === undefined ? [] : [{ sha256, name: decodeURIComponent(name) }]
}
