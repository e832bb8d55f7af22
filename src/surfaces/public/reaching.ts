/** Whether there is a way to reach who publishes a site. */
import type { Site } from '../../web/index.ts'

/** Whether the authority has given an address to write to or a number to call. */
export const canBeReached = (site: Site): boolean => site.contact.some(({ href }) => href !== null)
