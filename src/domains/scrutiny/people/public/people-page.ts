/** Everyone whom papers name as holding an office, sitting on a body or taking part in a meeting. */
import {
  filterLinks,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  scrollTable,
  type View,
} from '../../../../web/index.ts'
import { filterOptions } from '../../register.ts'
import type { PeopleList } from '../reads.ts'

export function peoplePage(list: PeopleList, request: PageRequest): View {
  const { choices, whole, by, bodies } = list
  const options = filterOptions({
    path: request.path,
    name: 'body',
    everything: 'Everyone',
    choices,
    rows: whole,
    by,
    options: bodies,
  })
  return {
    title: 'People',
    description: 'The people who hold office, sit on panels and boards, or take part in their meetings.',
    section: 'people',
    main: html`${pageTop({ title: 'People' })}
${lead('Who holds an office, sits on a panel or board, or takes part in its meetings, as papers print it.')}
${bodies.length > 1 ? filterLinks('Show', options) : ''}
${
  list.rows.length === 0
    ? paragraph('Nobody is on the record here.')
    : scrollTable({
        caption: 'People, by surname',
        columns: [{ text: 'Name' }, { text: 'Post or seat, as last listed' }],
        rows: list.rows.map((row) => [link(row.path, row.title), row.summary]),
        rowHeaders: true,
      })
}`,
  }
}
