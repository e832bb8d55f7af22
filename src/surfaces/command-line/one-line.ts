/** Makes words fit for a terminal. Apart from what reads papers, so that commands which read none need not load it. */

/** A sentence as a terminal may show it: a file's name may hold line ends, marks that turn the writing, commands to the terminal. */
export const onOneLine = (words: string): string => words.replace(/[\p{C}\u2028\u2029]/gu, '?')
