/**
 * Who is acting, and what they may do. A permit is proof that `identity` asked that question: acts take one, and only
 * this file can make one, so an act that nobody permitted does not compile.
 */
declare const proof: unique symbol

/** What can be permitted today. Workspace and panel permissions join this list with their issues. */
export type Permission = 'record.import' | 'record.publish' | 'record.withdraw' | 'record.erase'

export type Permit<P extends Permission> = {
  readonly [proof]: P
  readonly authority: string
  /** Who acts, as history prints it: "Jane Doe, policy officer". */
  readonly by: string
}

function permit<P extends Permission>(authority: string, by: string): Permit<P> {
  return { authority, by } as Permit<P>
}

/**
 * The permits of whoever runs the installation's own command line. Being able to run it on the machine is the proof;
 * history names `by` as given with --as, or the operator.
 */
export function operatorPermits(
  authority: string,
  by = 'Operator of this installation',
): {
  bring: Permit<'record.import'>
  publish: Permit<'record.publish'>
  withdraw: Permit<'record.withdraw'>
  erase: Permit<'record.erase'>
} {
  return {
    bring: permit(authority, by),
    publish: permit(authority, by),
    withdraw: permit(authority, by),
    erase: permit(authority, by),
  }
}
