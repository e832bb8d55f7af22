/** The door of identity: who is asking, and the permits that acts need. */

export type { Permission, Permit } from './permit.ts'
export { operatorPermits } from './permit.ts'
