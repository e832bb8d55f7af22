/** The addresses of the stylesheets that a site's pages have, for who keeps a copy of them. */
import { isRefusal } from '../lib/index.ts'
import { siteStylesheet } from './colours.ts'
import type { Site } from './page.ts'
import { lookStylesheet } from './stylesheet.ts'

/** The look, and the site's own colours. Throws when the colours cannot be read by all. */
export async function stylesOf(site: Site, origin: string, cacheFolder: string): Promise<string[]> {
  const [look, colours] = [await lookStylesheet(cacheFolder), siteStylesheet(site, origin)]
  if (isRefusal(colours)) throw new Error(colours.message)
  return [look.path, colours.path]
}
