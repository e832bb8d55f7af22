/** Why something is withdrawn from the public record: the classes, and what each means in plain words. */
import type { WithdrawalReason } from './tables.ts'

/** The classes, in the order in which they are offered, each as a sentence that a resident reads. */
export const WITHDRAWAL_REASONS: Readonly<Record<WithdrawalReason, string>> = {
  'published-in-error': 'It was published by mistake.',
  'personal-information': 'It held personal information that should not be public.',
  'court-order': 'A court ordered that it must not be public.',
  copyright: 'It belongs to somebody who has not agreed to its publication.',
  security: 'It could have put somebody or something at risk.',
  replaced: 'Something else has taken its place.',
  inaccurate: 'It was wrong.',
}

/** Whether a word is one of the classes. */
export const isWithdrawalReason = (word: string): word is WithdrawalReason =>
  Object.hasOwn(WITHDRAWAL_REASONS, word)
