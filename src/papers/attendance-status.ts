/** What a committee system says of each person's attendance, and the group of the attendance that it means. */
import type { Attendance } from './reading.ts'

const SERVES =
  /\b(?:officer|adviser|advisor|clerk|solicitor|secretary|staff|support|guest|observer|speaker|witness)\b/i

/**
 * The group that a status such as "Present", "Apologies, sent representative", "Present, as substitute" or "In
 * attendance" puts a person in; null when it says that they did not come, or not whether ("Expected", "Absent"). `role`
 * is what they are at the meeting.
 */
export function attendanceGroup(status: string, role: string | null): keyof Attendance | null {
  const said = status.trim()
  if (/^(?:apolog|ymddiheur|sent apologies|a$)/i.test(said)) return 'apologies'
  if (/^(?:expected|absent|not present|did not attend|none|no\b|n\/a|invited|tbc)/i.test(said)) return null
  if (/\b(?:as (?:a )?(?:substitute|reserve|deputy|representative)|substitut\w*|dirprwy)\b/i.test(said))
    return 'substitutes'
  if (/^(?:in attendance|also present|yn bresennol hefyd)/i.test(said)) return 'inAttendance'
  if (/\b(?:arrived late|late)\b/i.test(said)) return 'late'
  if (!/^(?:present|attended|yes|y$|p$|virtual|remote|online|in person|yn bresennol|mynychu|✓|✔)/i.test(said))
    return null
  return role !== null && SERVES.test(role) && !/\bmember\b/i.test(role) ? 'inAttendance' : 'present'
}
