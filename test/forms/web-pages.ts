/** Pages of sites in other forms: saved from a word processor, broken, in Welsh, set in tables. */
import { COMMITTEE_PAGES } from './committee-pages.ts'
import type { Document } from './documents.ts'
import { page, ROUND, row } from './web-page.ts'

export const WEB_PAGES: readonly Document[] = [
  ...COMMITTEE_PAGES,
  page(
    'a page whose title alone says of which meeting it is',
    '<h1>Agenda</h1><ol><li>Apologies for absence</li><li>Precept 2026/27</li></ol>',
    {
      kind: 'agenda',
      body: 'Brackenshire Police and Crime Panel',
      date: '2026-01-30',
      time: '10:00',
      items: ['1 | Apologies for absence', '2 | Precept 2026/27'],
      warnings: [],
    },
    '<title>Agenda for Brackenshire Police and Crime Panel on Friday, 30th January, 2026, 10.00 am | Brackenshire Council</title>',
  ),
  page(
    'minutes saved from a word processor as a page',
    `<div class=WordSection1><p class=MsoNormal align=center><b><span style='font-size:14.0pt'>MINUTES OF THE FENLAND POLICE AND CRIME PANEL HELD ON 2 MAY 2024 AT 2PM IN THE CHAPTER HOUSE<o:p></o:p></span></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
     <p class=MsoNormal><b>Present:</b> Councillors Kit Reed (Chair), Sal Marsh and Pip Eel</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><b><span style='mso-list:Ignore'>7.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></b><![endif]><b>APOLOGIES<o:p></o:p></b></p><p class=MsoNormal>None.</p>
     <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><b><span style='mso-list:Ignore'>8.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></b><![endif]><b>FLOOD WARDENS<o:p></o:p></b></p><p class=MsoNormal>It was <b>RESOLVED</b> that wardens be thanked.</p></div>`,
    {
      kind: 'minutes',
      body: '~Fenland Police and Crime Panel',
      date: '2024-05-02',
      time: '14:00',
      present: ['Kit Reed', 'Sal Marsh', 'Pip Eel'],
      items: ['7 | APOLOGIES', '8 | FLOOD WARDENS'],
      resolved: ['8 | 0 | ~wardens be thanked'],
    },
    '<meta name=Generator content="Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->',
  ),
  page(
    'an exempt part with its reason',
    '<h1>Agenda</h1><h2>Hallowdale Police and Crime Panel, Wednesday 11 June 2025 at 10.00 am</h2><h3>Part 1: public business</h3><p>1. Apologies</p><p>2. Estate plan</p><h3>Part 2: exempt business</h3><p>By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.</p><p>3. Sale of the Wharf station</p>',
    {
      kind: 'agenda',
      date: '2025-06-11',
      items: ['1 | Apologies', '2 | Estate plan', '3 | Sale of the Wharf station'],
      exempt: ['3'],
    },
  ),
  page(
    'items that unfold, with buttons and hidden parts',
    `<main><h1>Agenda and minutes: Thornwick Police and Crime Panel, Monday 3 March 2025</h1><details open><summary><h3>12. Anti-social behaviour</h3></summary><p>Minutes:</p><p>Members asked for a map of complaints.</p><p>RESOLVED that a map be brought to each meeting.</p><button>Close</button></details><details><summary><h3>13. Date of next meeting</h3></summary><p>Minutes:</p><p>It is on 5 June 2025.</p></details><div style="display:none"><h3>14. Template</h3></div></main>`,
    {
      kind: 'agenda+minutes',
      date: '2025-03-03',
      items: ['12 | Anti-social behaviour', '13 | Date of next meeting'],
      resolved: ['12 | 0 | ~map be brought'],
    },
  ),
  page(
    'a Welsh page inside the English furniture of its site',
    ROUND(
      `<h1 lang="cy">Agenda</h1><h2 lang="cy">Panel Heddlu a Throseddu Dyffryn Arian</h2><p lang="cy">Dydd Mawrth 4 Mawrth 2025 am 10.00 am</p><p lang="cy">Lleoliad: Neuadd y Dref</p><ol lang="cy"><li>Ymddiheuriadau am absenoldeb</li><li>Datganiadau o fuddiant</li><li>Adroddiad y Comisiynydd ar droseddau gwledig</li></ol><p><a href="#">Share this item</a></p>`,
    ),
    {
      kind: 'agenda',
      lang: 'cy',
      date: '2025-03-04',
      items: [
        '1 | Ymddiheuriadau am absenoldeb',
        '2 | Datganiadau o fuddiant',
        '3 | Adroddiad y Comisiynydd ar droseddau gwledig',
      ],
    },
  ),
  page(
    'paragraphs in Welsh and English side by side in a table that places them',
    '<h1>Cofnod / Note</h1><table role="presentation"><tr><td lang="cy"><p>Diolchodd y Cadeirydd i bawb am ddod i’r cyfarfod cyhoeddus hwn.</p></td><td lang="en"><p>The Chair thanked everyone for coming to this public meeting in town.</p></td></tr></table>',
    {
      lang: 'en+cy',
      langs: ['cy | ~Diolchodd', 'en | ~thanked everyone'],
    },
  ),
  page(
    'a report with headings, a table of figures and notes',
    ROUND(
      `<h1>Report to the Penmoor Police and Crime Panel</h1><p><b>From:</b> Chief Executive</p><p><b>To:</b> Penmoor Police and Crime Panel</p><p><b>Subject:</b> Fraud against older people</p><p><b>Date:</b> 18 September 2025</p><h2>Background</h2><p>Losses rose<sup>1</sup> in two districts.</p><h2>Figures</h2><table><caption>Reports of fraud</caption><thead><tr><th>District</th><th>2023/24</th><th>2024/25</th></tr></thead><tbody><tr><th>North</th><td>212</td><td>260</td></tr><tr><th>South</th><td>180</td><td>171</td></tr></tbody></table>`,
    ),
    {
      kind: 'report',
      paperHeads: [
        'Chief Executive | Penmoor Police and Crime Panel | Fraud against older people | 2025-09-18',
      ],
      headings: ['Background', 'Figures'],
      tables: ['District / 2023/24 / 2024/25 | 2'],
    },
  ),
  page(
    'broken markup: tags left open, cells without rows',
    '<h1>Agenda of the Hallowdale Police and Crime Panel<h2>Thursday 4 December 2025 at 10am<p>1. Apologies<p>2. Winter plans<p>3. Any other business<table><td>Printed by the office<td></table>',
    {
      kind: 'agenda',
      body: 'Hallowdale Police and Crime Panel',
      date: '2025-12-04',
      time: '10:00',
      items: ['1 | Apologies', '2 | Winter plans', '3 | Any other business'],
    },
  ),
  page(
    'items with letters and bold titles, and minutes under "Cofnodion:"',
    '<h1>Agenda a chofnodion</h1><h2>Agenda and minutes, Police and Crime Panel for Dyffryn Arian, Friday, 5th September, 2025 10.00 am</h2><table>' +
      row('9b', '<p><b>Troseddau fferm</b></p><p>Cofnodion:</p><p>PENDERFYNWYD nodi’r adroddiad.</p>') +
      row('9c', '<p><b>Rural teams</b></p><p>Minutes:</p><p>RESOLVED that the teams be praised.</p>') +
      '</table>',
    {
      kind: 'agenda+minutes',
      date: '2025-09-05',
      items: ['9b | Troseddau fferm', '9c | Rural teams'],
      resolved: ['9b | 0 | ~nodi’r adroddiad', '9c | 0 | ~teams be praised'],
    },
  ),
  page(
    'a link to the recording, and actions of officers in a list',
    '<h1>Minutes of the Thornwick Police and Crime Panel held on 3 July 2025</h1><p><a href="https://cast.invalid/thornwick/3">Watch the webcast of this meeting</a></p><p>Present: Councillor Rae Wold (Chair)</p><h3>1. Custody</h3><p>The Chief Constable undertook to share the visitors’ report by 1 August 2025.</p><h3>2. Close</h3><p>The meeting ended at noon.</p>',
    {
      kind: 'minutes',
      date: '2025-07-03',
      items: ['1 | Custody', '2 | Close'],
      actions: ['firm | ~ | 2025-08-01 | ~share the visitors’ report'],
    },
  ),
  page(
    'the agenda above, and the same items again with their minutes',
    '<h1>Agenda and minutes</h1><h2>Fenland Police and Crime Panel</h2><p>Thursday, 8th May, 2025 2.00 pm</p><h3>1. Apologies</h3><p>Minutes:</p><p>None were sent.</p><h3>2. Knife crime</h3><p>To consider the report of the Commissioner.</p><h4>Minutes:</h4><p>RESOLVED that the report be noted.</p><p>Return to top</p>',
    {
      kind: 'agenda+minutes',
      body: 'Fenland Police and Crime Panel',
      date: '2025-05-08',
      items: ['1 | Apologies', '2 | Knife crime'],
      resolved: ['2 | 0 | ~report be noted'],
    },
  ),
  page(
    'a page of text kept in its own lines',
    '<pre>MINUTES OF THE PENMOOR POLICE AND CRIME PANEL\nheld on 4 June 2025\n\nPresent: Councillor Gil Ash (Chair)\n\n1. Apologies\n\nNone.\n\n2. Cyber crime\n\nRESOLVED that the advice be printed.\n</pre>',
    {
      kind: 'minutes',
      date: '2025-06-04',
      present: ['Gil Ash'],
      items: ['1 | Apologies', '2 | Cyber crime'],
      resolved: ['2 | 0 | ~advice be printed'],
    },
  ),
  page(
    'rows of divisions instead of tables, and the menu of the site in a column of its own',
    `<table width="100%"><tr><td width="150"><a href="/1">Home</a><br><a href="/2">Councillors</a><br><a href="/3">Meetings</a><br><a href="/4">Petitions</a></td><td><h1>Agenda</h1><p>Brackenshire Police and Crime Panel<br>Friday 5 December 2025 at 11.00 am</p>
      <div class="row"><div class="col-1">12a</div><div class="col-11">Hare coursing</div></div><div class="row"><div class="col-1">12b</div><div class="col-11">Heritage crime</div></div></td></tr></table>`,
    {
      kind: 'agenda',
      body: 'Brackenshire Police and Crime Panel',
      date: '2025-12-05',
      time: '11:00',
      items: ['12a | Hare coursing', '12b | Heritage crime'],
    },
  ),
  page(
    'a work programme in a table with bold first row and paragraphs in its cells',
    '<h1>Work programme</h1><p>Fenland Police and Crime Panel</p><table border="1"><tr><td><p><b>Date of meeting</b></p></td><td><p><b>Item</b></p></td><td><p><b>Lead officer</b></p></td></tr><tr><td><p>3 July 2025</p></td><td><p>Annual report of the Commissioner on the police and crime plan, its priorities and the money that was spent on each of them over the year.</p><p>Complaints about the Commissioner that came to the Panel in the year, and how each of them was settled by its clerk.</p></td><td><p>Chief Executive</p></td></tr><tr><td><p>9 October 2025</p></td><td><p>Budget monitoring</p></td><td><p>Treasurer</p></td></tr></table>',
    {
      tables: ['Date of meeting / Item / Lead officer | 2'],
    },
  ),
  page(
    'an agenda in Welsh and English on the same lines, its items side by side',
    '<h2>Rhaglen / Agenda</h2><p>Panel Heddlu a Throsedd Glan Hafod / Glan Hafod Police and Crime Panel</p><p>Dydd Iau 6 Mawrth 2025 / Thursday 6 March 2025, 10.00 am</p><p>Lleoliad / Venue: Neuadd y Sir / County Hall</p><table><tr><td>1.</td><td>Ymddiheuriadau am absenoldeb</td><td>Apologies for absence</td></tr><tr><td>2.</td><td>Datganiadau o fuddiant</td><td>Declarations of interest</td></tr><tr><td>3.</td><td>Adroddiad blynyddol y Comisiynydd</td><td>Annual report of the Commissioner</td></tr></table>',
    {
      kind: 'agenda',
      lang: 'en+cy',
      body: 'Glan Hafod Police and Crime Panel',
      date: '2025-03-06',
      time: '10:00',
      place: 'Neuadd y Sir / County Hall',
      items: ['1 | ~Ymddiheuriadau', '2 | ~Datganiadau', '3 | ~Adroddiad blynyddol'],
    },
  ),
  page(
    'minutes in Welsh whose title says all in one sentence',
    '<h1>Cofnodion cyfarfod Panel Heddlu a Throsedd Glan Hafod a gynhaliwyd ddydd Mercher 5 Chwefror 2025 am 2.00 pm yn Neuadd y Sir</h1><p><b>Yn bresennol:</b> Y Cynghorydd Nia Wyn (Cadeirydd), Y Cynghorydd Huw Rees</p><h3>1. Datganiadau o fuddiant</h3><p>Nid oedd dim.</p><h3>2. Adroddiad y Comisiynydd</h3><p><b>PENDERFYNWYD</b> nodi’r adroddiad.</p>',
    {
      kind: 'minutes',
      lang: 'cy',
      body: 'Panel Heddlu a Throsedd Glan Hafod',
      date: '2025-02-05',
      time: '14:00',
      place: 'Neuadd y Sir',
      present: ['Nia Wyn', 'Huw Rees'],
      items: ['1 | Datganiadau o fuddiant', '2 | Adroddiad y Comisiynydd'],
      resolved: ['2 | 0 | ~nodi’r adroddiad'],
    },
  ),
]
