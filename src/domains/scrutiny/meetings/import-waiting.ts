/** Keeps an agenda that nobody has published from becoming public with minutes or a paper of the same meeting. */
import { type Going, type ImportAct, isPublicFile } from '../../../record/index.ts'
import type { Gathering } from '../gathering.ts'
import { type Meeting, meetingTitle } from './meeting.ts'

type Touched = { act: ImportAct; gathering: Gathering; meeting: Meeting; sha256: string }

/** Whether a meeting and the items of its agenda go public with a file that touches them; says so when they wait. */
export async function goingOf({ act, gathering, meeting, sha256 }: Touched): Promise<Going | undefined> {
  const { agenda } = meeting
  if (agenda === null || agenda.file.sha256 === sha256) return undefined
  if (await isPublicFile(act.tx, act.permit.authority, agenda.file.sha256)) return undefined
  gathering.ask({
    what: `The agenda of the ${meetingTitle(meeting)}, is a draft, and the page of the meeting waits for it.`,
    place: agenda.file.name,
    mend: `Import ${agenda.file.name} with --publish.`,
  })
  return 'waits'
}
