/** How the asks and promises read in a document become actions: one entry each, with its exact words and where they stand. */
import { localDate } from '../../../lib/index.ts'
import { type WorkingCopy, workingCopies } from '../../../record/index.ts'
import { paragraphAnchor, refAnchor } from '../anchors.ts'
import { type Gathering, gather } from '../gathering.ts'
import type { BringPart, PaperContext, Place, Serves } from '../paper-context.ts'
import { cited, joinServes } from '../serving.ts'
import {
  type Action,
  actionKey,
  actionSlug,
  faultOf,
  isActionState,
  type Progress,
  withProgress,
} from './action.ts'
import { type Asked, askedIn } from './asked.ts'
import { actionKind } from './published.ts'

/** Brings the actions of one document. What later papers say of them stays; an action that is no longer found is named as open. */
export const bringActions: BringPart = async (context) => {
  const gathering = gather(context.act)
  const before = await workingCopies(context.act.tx, context.authority, actionKind)
  const taken = new Set(before.map((copy) => copy.working.slug))
  const brought = new Set<string>()
  for (const asked of askedIn(context.reading)) {
    const key = keyOf(context, asked)
    const earlier = before.find((copy) => copy.key === key)
    const serves = servesOf(context, asked)
    const slug = earlier?.working.slug ?? actionSlug(context.meeting.date, asked.what, taken)
    taken.add(slug)
    brought.add(key)
    const working = actionOf(context, gathering, { asked, slug, serves, earlier: earlier?.working })
    const place = await gathering.entry(actionKind, key, working, `Found in ${context.source.name}`)
    await joinAction(context, gathering, place, asked)
    const source = cited(working.source, working.quote ?? '')
    await joinServes(context.act, gathering, place, {
      now: serves,
      before: earlier?.working.serves ?? [],
      source,
    })
  }
  namesMissing(context, gathering, before, brought)
  return gathering.brought
}

/** The priorities that its own words serve; where they tell of none, those that the title of its minute does, and why says so. */
function servesOf(context: PaperContext, asked: Asked): readonly Serves[] {
  const own = context.serves(asked.ref, `${asked.what} ${asked.quote ?? ''}`)
  if (own.length > 0) return own
  return context
    .serves(asked.ref, asked.subject)
    .map((each) => ({ ...each, why: `${each.why}, in the title of its minute` }))
}

type Parts = { asked: Asked; slug: string; serves: readonly Serves[]; earlier: Action | undefined }

function actionOf(context: PaperContext, gathering: Gathering, parts: Parts): Action {
  const { asked } = parts
  const person = asked.owner === null ? undefined : context.personFor(asked.owner)
  return {
    slug: parts.slug,
    ref: asked.ref,
    kind: asked.kind,
    firm: asked.firm,
    what: asked.what,
    quote: asked.quote,
    subject: asked.subject,
    owner: {
      office: asked.owner,
      person: person === undefined ? null : { name: person.name, path: person.path },
    },
    due: asked.due === null ? null : (localDate(asked.due) ?? null),
    body: { name: context.body.name, path: context.body.path },
    meeting: { date: context.meeting.date, path: context.meeting.path, title: context.meeting.title },
    source: sourceOf(context, asked),
    progress: withProgress(
      parts.earlier?.progress ?? [],
      progressOf(context, gathering, asked.ref),
      context.source.name,
    ),
    carrying: parts.earlier?.carrying ?? [],
    serves: parts.serves.map((each) => each.priority),
  }
}

/** Promises of a report are told apart from those of the minutes by the paper they stand in. */
function keyOf(context: PaperContext, asked: Asked): string {
  const paper = /\/papers\/([^/]+)$/.exec(context.page)?.[1]
  const ref = paper === undefined ? asked.ref : `${paper}/${asked.ref}`
  return actionKey(context.body.slug, context.meeting.date, ref)
}

function sourceOf(context: PaperContext, asked: Asked): Action['source'] {
  // A promise in a paper whose paragraphs have no numbers has no address but the paper's own.
  if (/^P\d+$/.test(asked.place)) return { words: 'the paper', path: context.page }
  const inMinutes = /^(.+)\.(R?)(\d*)$/.exec(asked.place)
  if (context.minutes.size === 0 || !inMinutes) {
    return { words: `paragraph ${asked.place}`, path: `${context.page}#${paragraphAnchor(asked.place)}` }
  }
  const [, minute = '', resolution, paragraph = ''] = inMinutes
  const words =
    resolution === 'R' ? `minute ${minute}, resolution` : `minute ${minute}, paragraph ${paragraph}`
  return { words, path: `${context.page}#${refAnchor(asked.place)}` }
}

function progressOf(context: PaperContext, gathering: Gathering, ref: string): Progress[] {
  const found: Progress[] = []
  for (const { ref: of, date, state, text, source } of context.source.corrections.progress) {
    if (of.toLowerCase() !== ref.toLowerCase()) continue
    const fault = faultOf({ state, text, source })
    if (fault === undefined && isActionState(state))
      found.push({ date, state, text, source, broughtBy: context.source.name })
    else
      gathering.ask({
        what: `Progress of action ${ref} was left out: ${fault}`,
        place: `${context.source.name}, corrections`,
        mend: `put it right under "progress" in ${context.source.name}.corrections.json and import again`,
      })
  }
  return found
}

async function joinAction(
  context: PaperContext,
  gathering: Gathering,
  place: Place,
  asked: Asked,
): Promise<void> {
  const minute = asked.place.replace(/\.[^.]*$/, '')
  const of = /\.R\d*$/.test(asked.place) ? context.resolutions.get(minute)?.[0] : undefined
  const from = of ?? context.minutes.get(minute)
  if (from !== undefined) await gathering.join(place, from, 'arises-from', `its words stand in ${from.title}`)
  await gathering.join(place, context.meeting, 'part-of', 'asked or promised at this meeting')
  const owner = asked.owner === null ? undefined : context.personFor(asked.owner)
  if (owner !== undefined) await gathering.join(place, owner, 'owned-by', `printed as “${asked.owner}”`)
}

/** An action of this very document that is not read any more stays on the record, and a person is told. */
function namesMissing(
  context: PaperContext,
  gathering: Gathering,
  before: readonly WorkingCopy<Action>[],
  brought: ReadonlySet<string>,
): void {
  for (const { key, working } of before) {
    if (brought.has(key) || !working.source.path.startsWith(`${context.page}#`)) continue
    gathering.ask({
      what: `Action ${working.ref}, “${working.what}”, was read here before and is not found now; it stays on the record`,
      place: `${context.source.name}, ${working.source.words}`,
      mend: 'compare the two versions of the paper; if it was never asked, tell whoever keeps the record',
    })
  }
}
