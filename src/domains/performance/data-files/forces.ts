/**
 * The 43 territorial police forces of England and Wales with the codes and regions that the Office for National
 * Statistics gives them, and the spellings under which published tables name them.
 */
export type Force = { code: string; name: string; region: string; called: readonly string[] }

/** Code, name, region, other spellings; those that `plain` makes equal need no mention. */
const LISTED: readonly (readonly [string, string, string, ...string[]])[] = [
  ['E23000001', 'Metropolitan Police', 'London', 'Metropolitan', 'Met', 'MPS', 'Metropolitan Police Service'],
  ['E23000002', 'Cumbria', 'North West'],
  ['E23000003', 'Lancashire', 'North West'],
  ['E23000004', 'Merseyside', 'North West'],
  ['E23000005', 'Greater Manchester', 'North West', 'GMP', 'Manchester'],
  ['E23000006', 'Cheshire', 'North West'],
  ['E23000007', 'Northumbria', 'North East'],
  ['E23000008', 'Durham', 'North East', 'County Durham'],
  ['E23000009', 'North Yorkshire', 'Yorkshire and the Humber'],
  ['E23000010', 'West Yorkshire', 'Yorkshire and the Humber'],
  ['E23000011', 'South Yorkshire', 'Yorkshire and the Humber'],
  ['E23000012', 'Humberside', 'Yorkshire and the Humber'],
  ['E23000013', 'Cleveland', 'North East'],
  ['E23000014', 'West Midlands', 'West Midlands'],
  ['E23000015', 'Staffordshire', 'West Midlands'],
  ['E23000016', 'West Mercia', 'West Midlands'],
  ['E23000017', 'Warwickshire', 'West Midlands'],
  ['E23000018', 'Derbyshire', 'East Midlands'],
  ['E23000019', 'Nottinghamshire', 'East Midlands'],
  ['E23000020', 'Lincolnshire', 'East Midlands'],
  ['E23000021', 'Leicestershire', 'East Midlands'],
  ['E23000022', 'Northamptonshire', 'East Midlands'],
  ['E23000023', 'Cambridgeshire', 'East of England'],
  ['E23000024', 'Norfolk', 'East of England'],
  ['E23000025', 'Suffolk', 'East of England'],
  ['E23000026', 'Bedfordshire', 'East of England'],
  ['E23000027', 'Hertfordshire', 'East of England'],
  ['E23000028', 'Essex', 'East of England'],
  ['E23000029', 'Thames Valley', 'South East'],
  ['E23000030', 'Hampshire', 'South East', 'Hampshire and Isle of Wight', 'Hampshire and the Isle of Wight'],
  ['E23000031', 'Surrey', 'South East'],
  ['E23000032', 'Kent', 'South East'],
  ['E23000033', 'Sussex', 'South East'],
  ['E23000034', 'City of London', 'London', 'London, City of', 'City of London Police'],
  ['E23000035', 'Devon and Cornwall', 'South West', 'Devon, Cornwall and the Isles of Scilly'],
  ['E23000036', 'Avon and Somerset', 'South West'],
  ['E23000037', 'Gloucestershire', 'South West'],
  ['E23000038', 'Wiltshire', 'South West'],
  ['E23000039', 'Dorset', 'South West'],
  ['W15000001', 'North Wales', 'Wales', 'Heddlu Gogledd Cymru', 'Gogledd Cymru'],
  ['W15000002', 'Gwent', 'Wales', 'Heddlu Gwent'],
  ['W15000003', 'South Wales', 'Wales', 'Heddlu De Cymru', 'De Cymru'],
  ['W15000004', 'Dyfed-Powys', 'Wales', 'Heddlu Dyfed-Powys', 'Dyfed Powys'],
]

export const FORCES: readonly Force[] = LISTED.map(([code, name, region, ...called]) => ({
  code,
  name,
  region,
  called,
}))

/** What stands beside the 43 in tables of police forces, and is none of them. */
const BESIDE: readonly (readonly [string, ...string[]])[] = [
  ['British Transport Police', 'British Transport', 'BTP'],
  ['Central Service Secondments', 'Central services', 'Secondments to central services'],
  ['Ministry of Defence Police', 'Ministry of Defence', 'MoD'],
  ['Civil Nuclear Constabulary'],
  ['National Crime Agency', 'NCA', 'SOCA / NCA', 'SOCA'],
  ['HM Revenue and Customs', 'HMRC'],
  ['Home Office'],
]

const REGIONS: ReadonlyMap<string, string> = new Map([
  ...FORCES.map(({ region }) => [region.toLowerCase(), region] as const),
  ['eastern', 'East of England'],
  ['east', 'East of England'],
  ['yorkshire and humber', 'Yorkshire and the Humber'],
  ['greater london', 'London'],
  // Codes of the Office for National Statistics.
  ['e12000001', 'North East'],
  ['e12000002', 'North West'],
  ['e12000003', 'Yorkshire and the Humber'],
  ['e12000004', 'East Midlands'],
  ['e12000005', 'West Midlands'],
  ['e12000006', 'East of England'],
  ['e12000007', 'London'],
  ['e12000008', 'South East'],
  ['e12000009', 'South West'],
  ['w92000004', 'Wales'],
])

/**
 * A name without what differs between two spellings of it: case, "&", the marks of notes, "Police", "Constabulary",
 * "Force area", and the order in "London, City of".
 */
export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\((?:r|p|\d)\)|[*^~†‡]+/g, ' ')
    .replace(/\[note \d+\]/g, ' ')
    .replace(/\b(?:police(?: force)?(?: area)?|constabulary|service)\b/g, ' ')
    .replace(/[’']/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim()

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...FORCES.flatMap(({ code, name, called }) =>
    [name, code, ...called].map((one) => [plain(one), name] as const),
  ),
  ...BESIDE.flatMap(([name, ...called]) => [name, ...called].map((one) => [plain(one), name] as const)),
])

/** The force that a printed name or code means, or the body beside the forces; undefined for any other. */
export const forceNamed = (printed: string): string | undefined =>
  BY_NAME.get(plain(printed)) ??
  // "De Cymru / South Wales": in two languages one is enough.
  printed
    .split(/\s[/|]\s/)
    .map((one) => BY_NAME.get(plain(one)))
    .find((name) => name !== undefined)

/** The region that a printed name means, also as "Total South East"; undefined for any other. */
export const regionNamed = (printed: string): string | undefined =>
  REGIONS.get(plain(printed.replace(/^\W*total:?\s+/i, '')))

/** The names of the forces of a region. */
export const forcesOf = (region: string): string[] =>
  FORCES.flatMap((force) => (force.region === region ? [force.name] : []))
