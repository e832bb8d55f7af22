/** Agendas, minutes, decisions and attendance as pages of a committee system. */
import type { Document } from './documents.ts'
import { file, page, ROUND, row } from './web-page.ts'

export const COMMITTEE_PAGES: readonly Document[] = [
  page(
    'agenda and minutes in a table that only places them, with files, share buttons and backgrounds',
    ROUND(`<h1>Agenda and minutes</h1><h2>Hallowdale Police and Crime Panel<br>Wednesday, 12th March, 2025 10.00 am</h2>
      <p><span class="label">Venue:</span> Long Room, Guildhall, Hallow HA1 1AA. <a href="map">View directions</a></p>
      <p><span class="label">Contact:</span> Mo Patel&nbsp; Email: <a href="mailto:x">mo.patel@hallowdale.invalid</a></p>
      <ul class="actions"><li><a href="w">Share this item</a></li></ul><ul>${file('Agenda frontsheet', '92 KB')}${file('Agenda reports pack', '4 MB')}</ul>
      <h2>Items</h2><table class="items"><tr><th>No.</th><th>Item</th></tr>
      ${row('18.', '<p>Apologies for absence</p><p>Minutes:</p><p>Apologies were received from Councillor Ida Elm.</p>')}
      ${row('19.', `<p>Notes of the January meeting</p><p>To agree the notes of 15 January 2025.</p><p>Supporting documents:</p><ul>${file('Notes, item 19.', '135 KB')}</ul><p>Minutes:</p><p><b>RESOLVED:</b> That the notes of 15 January 2025 be agreed.</p>`)}
      ${row('20.', `<p>Speeding on lanes</p><p><a href="b">View the background to item 20.</a></p><p>Minutes:</p><p>The Commissioner will write to every parish before Easter.</p><p>RESOLVED: That</p><ol type="i"><li>the work on lanes be welcomed; and</li><li>figures for each parish be brought to the June meeting.</li></ol><p>Additional documents:</p><ul>${file('Lanes survey, item 20.', '1 MB')}</ul>`)}
      </table>`),
    {
      kind: 'agenda+minutes',
      body: 'Hallowdale Police and Crime Panel',
      date: '2025-03-12',
      time: '10:00',
      place: 'Long Room, Guildhall, Hallow HA1 1AA',
      items: ['18 | Apologies for absence', '19 | Notes of the January meeting', '20 | Speeding on lanes'],
      resolved: ['19 | 0 | ~notes of 15 January', '20 | 2 | ~figures for each parish'],
      apologies: ['Ida Elm'],
    },
  ),
  page(
    'an agenda whose items are headings with lists of files below',
    `<main><h1>Agenda</h1><h2>Thornwick Police, Fire and Crime Panel</h2><p><strong>Date:</strong> Tuesday 4 February 2025<br><strong>Time:</strong> 2.15pm<br><strong>Venue:</strong> Room 3, County Offices</p>
     <h3>1. Welcome</h3><h3>2. Minutes of the meeting held on 3 December 2024</h3><ul>${file('Draft minutes', '80 KB')}</ul><h3>3. Draft budget 2025/26 <small>(Pages 9 - 30)</small></h3><h3>4. Commissioner’s update (to follow)</h3></main>`,
    {
      kind: 'agenda',
      body: 'Thornwick Police, Fire and Crime Panel',
      date: '2025-02-04',
      time: '14:15',
      place: 'Room 3, County Offices',
      items: [
        '1 | Welcome',
        '2 | Minutes of the meeting held on 3 December 2024',
        '3 | Draft budget 2025/26',
        '4 | Commissioner’s update',
      ],
      pages: ['3 | 9-30'],
      toFollow: ['4'],
      refersTo: ['2 | 2024-12-03'],
    },
  ),
  page(
    'an agenda as a numbered list',
    '<h1>Agenda</h1><p>Meeting of the Brackenshire Police and Crime Panel to be held on Friday 7 March 2025 at 11.00 am in the Moot Hall</p><ol><li>Apologies</li><li>Declarations of interest</li><li><a href="r.pdf">Rural crime strategy</a></li><li>Forward plan</li></ol>',
    {
      kind: 'agenda',
      body: 'Brackenshire Police and Crime Panel',
      date: '2025-03-07',
      time: '11:00',
      place: 'Moot Hall',
      items: [
        '1 | Apologies',
        '2 | Declarations of interest',
        '3 | Rural crime strategy',
        '4 | Forward plan',
      ],
    },
  ),
  page(
    'an agenda as a table of data with numbers such as 39/20',
    '<h1>Agenda: Fenland Police and Crime Panel</h1><p>Monday 6 July 2020, 1.30pm</p><table><thead><tr><th scope="col">No.</th><th scope="col">Item</th><th scope="col">Page</th></tr></thead><tbody><tr><td>39/20</td><td>Apologies</td><td></td></tr><tr><td>40/20</td><td>Complaints about the Commissioner</td><td>3</td></tr><tr><td>41/20</td><td>Force control room</td><td>7-15</td></tr></tbody></table>',
    {
      kind: 'agenda',
      body: 'Fenland Police and Crime Panel',
      date: '2020-07-06',
      time: '13:30',
      items: ['39/20 | Apologies', '40/20 | Complaints about the Commissioner', '41/20 | Force control room'],
      pages: ['40/20 | 3-3', '41/20 | 7-15'],
    },
  ),
  page(
    'minutes with attendance in a table that places labels beside names',
    `<h1>Minutes</h1><h2>Minutes of the Penmoor Police and Crime Panel held on 9 October 2024 at 10.00 am in the Old Court</h2>
     <table><tr><td><b>Present:</b></td><td>Councillor Gil Ash (Chair)<br>Councillor Bea Yew<br>Mr Tom Rowan</td></tr><tr><td><b>Apologies:</b></td><td>Councillor Flo Alder<br>Ms Jo Hazel</td></tr></table>
     <h3>51. Declarations of interest</h3><p>There were none.</p><h3>52. Burglary</h3><p>The Chief Constable described the summer.</p><p>RESOLVED that the summer's work be noted.</p>`,
    {
      kind: 'minutes',
      body: 'Penmoor Police and Crime Panel',
      date: '2024-10-09',
      present: ['Gil Ash', 'Bea Yew', 'Tom Rowan'],
      apologies: ['Flo Alder', 'Jo Hazel'],
      items: ['51 | Declarations of interest', '52 | Burglary'],
      resolved: ["52 | 0 | ~summer's work be noted"],
    },
  ),
  page(
    'decisions of a meeting, each after "Decision:"',
    ROUND(`<h1>Decisions</h1><h2>Executive Board</h2><p>Tuesday, 13th May, 2025 4.00 pm</p><p>Contact: Di Frost 01632 960111</p><table border="0">
      ${row('4', '<p><strong>Grants for youth clubs</strong></p><p><strong>Decision:</strong></p><p>RESOLVED: That four clubs be given £2,500 each.</p>')}
      ${row('5', '<p><strong>Night buses</strong></p><p><strong>Decision:</strong></p><p>The Board put the matter off to July.</p>')}</table>`),
    {
      kind: 'agenda+minutes',
      body: 'Executive Board',
      date: '2025-05-13',
      time: '16:00',
      items: ['4 | Grants for youth clubs', '5 | Night buses'],
      resolved: ['4 | 0 | ~four clubs', '5 | 0 | ~put the matter off'],
    },
  ),
  page(
    'the details of one decision, under labels in bold',
    ROUND(`<h1>Decision details</h1><h2>OPCC/2025/031 Drones for search teams</h2><p><b>Decision Maker:</b> Police and Crime Commissioner for Hallowdale</p><p><b>Decision status:</b> Approved</p><p><b>Is Key decision?:</b> Yes</p><p><b>Is subject to call in?:</b> No</p>
      <h3>Purpose:</h3><p>To buy three drones.</p><h3>Decision:</h3><p>Three drones were bought for £41,000.</p><h3>Alternative options considered:</h3><p>Hiring was looked at.</p><p><b>Date of decision:</b> 2 June 2025</p><h3>Accompanying Documents:</h3><ul>${file('Business case', '210 KB')}</ul>`),
    {
      kind: 'decision',
      decisions: [
        'OPCC/2025/031 | 2025-06-02 | Police and Crime Commissioner for Hallowdale | Drones for search teams | - | Three drones were bought for £41,000.',
      ],
    },
  ),
  page(
    'the details of one decision as a list of definitions, with the labels of another system',
    '<main><h1>Issue details</h1><h2>Lease of the Harbour police post</h2><dl><dt>Decision type:</dt><dd>Non-key</dd><dt>Decision maker:</dt><dd>Chief Finance Officer</dd><dt>Decision due:</dt><dd>1 August 2025</dd><dt>Decision date</dt><dd>31/07/2025</dd><dt>Reference</dt><dd>CFO-88</dd></dl><h3>Summary</h3><p>The lease ends in autumn.</p><h3>Decision</h3><p>To renew it for five years.</p><h3>Reasons</h3><p>The post is used daily.</p></main>',
    {
      kind: 'decision',
      decisions: [
        'CFO-88 | 2025-07-31 | Chief Finance Officer | Lease of the Harbour police post | - | To renew it for five years.',
      ],
    },
  ),
  page(
    'who attended a meeting, with roles and a status for each',
    `<h1>Attendance</h1><h2>Attendance at meeting</h2><p>Meeting of Thornwick Police and Crime Panel, Thursday, 3rd July, 2025 2.00 pm</p><table><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>
     <tr><td>Councillor Rae Wold</td><td>Chair</td><td>Present</td></tr><tr><td>Councillor Una Dene</td><td>Committee Member</td><td>Apologies</td></tr><tr><td>Councillor Ty Garth</td><td>Substitute</td><td>Present, as substitute</td></tr><tr><td>Lee Beck</td><td>Officer</td><td>In attendance</td></tr><tr><td>Councillor Ira Fell</td><td>Committee Member</td><td>Expected</td></tr></table>`,
    {
      kind: 'table',
      body: 'Thornwick Police and Crime Panel',
      date: '2025-07-03',
      time: '14:00',
      present: ['Rae Wold'],
      apologies: ['Una Dene'],
      substitutes: ['Ty Garth | -'],
      inAttendance: ['Lee Beck'],
      roles: ['Rae Wold | Chair'],
    },
  ),
  page(
    'the page of one item of a meeting',
    `<h1>Agenda item</h1><h2>Stalking and harassment</h2><p>Meeting: 18/09/2025 - Penmoor Police and Crime Panel (Item 66)</p><p>To hear from the Deputy Commissioner.</p><h3>Minutes:</h3><p>She spoke of new courses for officers.</p><p>RESOLVED that she return in spring.</p>`,
    {
      kind: 'agenda+minutes',
      body: 'Penmoor Police and Crime Panel',
      date: '2025-09-18',
      items: ['66 | Stalking and harassment'],
      resolved: ['66 | 0 | ~return in spring'],
      warnings: ['one-item-only'],
    },
  ),
]
