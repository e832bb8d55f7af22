/** Who was there: run together, by role alone, as a list, in a sentence. */
import type { Document } from './documents.ts'

export const PEOPLE: readonly Document[] = [
  {
    name: 'names that run together, split by their honorifics',
    words: `Humberhead Police and Crime Panel
Minutes of the meeting held on 14 January 2019

Present: Cllr R Dunnill (Chair) Cllr Mrs E Sizer Cllr T Abbey Mr K Osgerby Dr P Wray Lady Blanchard

Apologies for absence: Cllr N Garton Ms S Lythe

In attendance: Mr J Fenby, Police and Crime Commissioner Mrs A Kell, Chief Executive

1. Minutes

The minutes were confirmed.
`,
    expected: {
      kind: 'minutes',
      date: '2019-01-14',
      present: ['R Dunnill', 'E Sizer', 'T Abbey', 'K Osgerby', 'P Wray', 'Blanchard'],
      apologies: ['N Garton', 'S Lythe'],
      inAttendance: ['J Fenby', 'A Kell'],
    },
  },
  {
    name: 'people by their role alone, and who came late or stood in',
    words: `Minutes of Weald and Downs Police and Crime Panel, 30 March 2023

Attendance
The Chairman, Councillor Hugo Marle (Ashdown)
The Vice-Chairman
Councillor Nell Bristow (Downside)
Councillor Kit Frant (substitute for Councillor Jem Hoad)

Apologies: Councillor Jem Hoad

Officers: The Monitoring Officer
Ruth Selmes, Democratic Services

41. Declarations of interest

Councillor Bristow declared that her son was a special constable.

42. Chair's remarks

The Chairman thanked staff.
`,
    expected: {
      date: '2023-03-30',
      present: ['Hugo Marle', 'The Vice-Chairman', 'Nell Bristow', 'Kit Frant'],
      standIns: ['Kit Frant | Jem Hoad'],
      apologies: ['Jem Hoad'],
      inAttendance: ['The Monitoring Officer', 'Ruth Selmes'],
      declarations: ['Nell Bristow'],
    },
  },
  {
    name: 'a list of people each with a council, and of those who joined by video',
    words: `# Northwold Police and Crime Panel

**Minutes of the meeting held on Tuesday 2 February 2021 at 11:00 by video conference**

**Members present:**

- Cllr Ida Wragg – Northwold County Council (Chair)
- Cllr Oli Stead – Thornby District Council
- Sheila Crabb JP – Independent

**Also present:**

- Wilf Tanner – Police and Crime Commissioner
- T/Chief Constable Jill Mears

**Apologies:**

- Cllr Viv Dore – Eskham Borough Council

## 1. Declarations of interest

There were none.
`,
    file: 'northwold.md',
    expected: {
      kind: 'minutes',
      date: '2021-02-02',
      time: '11:00',
      present: ['Ida Wragg', 'Oli Stead', 'Sheila Crabb'],
      apologies: ['Viv Dore'],
      alsoPresent: ['Wilf Tanner', 'Jill Mears'],
      declarations: [],
    },
  },
  {
    name: 'those present in columns of names and councils, with apologies in a sentence',
    words: `MINUTES OF THE LINDENSHIRE POLICE AND CRIME PANEL HELD ON FRIDAY 22 SEPTEMBER 2017

PRESENT:

Councillor Mrs J Tasker      Lindenshire County Council (Chairman)
Councillor B Noone           Ashby Vale District Council
Mr E Pell                    Co-opted Independent

Apologies for absence were received from Councillor P Tidy and Mrs W Gath.

Officers in attendance: A Clegg and R Motte (Lindenshire County Council)

31. DECLARATIONS OF INTEREST

Mr Pell declared an interest in item 34 as a trustee of a refuge.
`,
    expected: {
      date: '2017-09-22',
      present: ['J Tasker', 'B Noone', 'E Pell'],
      apologies: ['P Tidy', 'W Gath'],
      inAttendance: ['A Clegg', 'R Motte'],
      declarations: ['E Pell'],
    },
  },
]
