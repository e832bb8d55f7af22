/** The few nouns all share. Pure, and a leaf: imports nothing of ours. */
export * from './date.ts'
export * from './id.ts'
export * from './money.ts'
export * from './path-part.ts'
export * from './redline.ts'
export * from './refusal.ts'
export * from './slug.ts'
export * as stored from './stored.ts'
