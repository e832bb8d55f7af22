/** The door of identity: who is asking, and the permits that acts need. */
export { operatorPermits } from './permit.ts'
export type { Permission, Permit } from './permit.ts'
