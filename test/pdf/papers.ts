/** Papers in our own words, as Markdown, for tests that read the same paper as text and as PDF. */

export const AGENDA = `# AGENDA

## WESSEX POLICE AND CRIME PANEL

A meeting of the **Wessex Police and Crime Panel** will be held in the **Guildhall, High Street, Winton** on **Tuesday, 4th February, 2020, at 10.30 am** to consider the business below.

#### Membership

Councillor Ada Brook\tWinton City Council
Councillor Ben Carter (Chairman)\tWessex County Council
Councillor Dilys Evans\tMarlow District Council
VACANCY\tCo-opted member
Fatima Ghani\tIndependent Member

## **UNRESTRICTED ITEMS**

- 1 Apologies and substitutes
- 2 Declarations of interest
- 3 Minutes of the meeting held on 5 November 2019 (Pages 3 - 8)
- 4 The Commissioner's draft budget and the precept that would follow from it for the year that begins in April (Pages 9 - 22)
- 5 Forward programme (Pages 23 - 24)

**Wednesday, 22 January 2020**
`

const SPOKEN = [
  'The Commissioner told members that recruiting had gone faster than planned and that the last of the new officers would begin in the spring, once their training at the college was over.',
  'Councillor Brook asked how many of them would be posted to the villages along the coast, where residents seldom saw anyone in uniform.',
  'It was answered that postings followed the demand for help, and that the Commissioner would circulate a note on the villages before the next meeting.',
  'Councillor Evans wished to know whether the phone line for victims was open at weekends; she had heard from two people who had found it closed.',
  'The Chief Finance Officer said that costs had been held within what the panel had seen in November, apart from fuel, which had risen by a tenth.',
]

/** Numbered paragraphs of some length, so that they run over pages. */
export const spoken = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `${index + 1}. ${SPOKEN[index % SPOKEN.length]} ${SPOKEN[(index * 2 + 1) % SPOKEN.length]}`,
  ).join('\n\n')

export const MINUTES = `**WESSEX POLICE AND CRIME PANEL**

MINUTES of a meeting of the Wessex Police and Crime Panel held in the Guildhall, High Street, Winton on Tuesday, 5 November 2019.

PRESENT: Cllr B Carter (Chairman), Cllr A Brook, Cllr D Evans, Ms F Ghani

ALSO PRESENT: Mr T Marsh (Wessex Police and Crime Commissioner)

**41. Minutes of the meeting on 3 September 2019**

*(Item 3)*

RESOLVED that the minutes be signed as a correct record.

**42. Recruiting**

*(Item 4)*

${spoken(24)}

RESOLVED that the Panel note the report and:

- ask for a paper on how officers are kept once they are trained
- invite the cadets to its meeting in the summer.

**43. Questions**

*(Item 5)*

1. There were none.
`

export const REPORT = `**From:** Tom Marsh, Wessex Police and Crime Commissioner
**To:** Wessex Police and Crime Panel
**Subject:** Volunteers in the county
**Date:** 4 February 2020

### **Introduction:**

1. This paper tells members who gives time to policing in Wessex and what for.

2. It follows the one that was brought in the autumn, and covers the months since.

### **Special constables:**

3. Their hours are given below by division.

| Division | Specials | Hours | Change |
|---|---|---|---|
| North | 41 | 8,210 | 4.1% |
| Coast | 57 | 10,934 | -2.0% |
| City | 66 | 15,002 | 11.3% |
| **Total** | 164 | 34,146 | 4.9% |

4. Most of them serve with neighbourhood teams. They are also to be found:

- on the water, with the harbour unit;
- on the roads at night; and
- at matches and at the county show.

### **What comes next:**

5. The Commissioner will bring the next paper in the summer.
`

export const PACK = `${AGENDA}
---

${MINUTES}
---

${REPORT}`
