/** One part of an address, as a URL writes it. */

/**
 * Text as one part of a path. The apostrophe is written %27: HTML would write it as a reference with a "#", which whoever
 * goes over the links of a page takes for the beginning of a fragment.
 */
export const pathPart = (text: string): string => encodeURIComponent(text).replaceAll("'", '%27')
