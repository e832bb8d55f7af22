/**
 * The forces as data.police.uk names its files after them and writes them in "Falls within". Files of stop and search
 * have no such column.
 */
const FORCES: Readonly<Record<string, string>> = {
  'avon-and-somerset': 'Avon and Somerset Constabulary',
  bedfordshire: 'Bedfordshire Police',
  btp: 'British Transport Police',
  cambridgeshire: 'Cambridgeshire Constabulary',
  cheshire: 'Cheshire Constabulary',
  'city-of-london': 'City of London Police',
  cleveland: 'Cleveland Police',
  cumbria: 'Cumbria Constabulary',
  derbyshire: 'Derbyshire Constabulary',
  'devon-and-cornwall': 'Devon & Cornwall Police',
  dorset: 'Dorset Police',
  durham: 'Durham Constabulary',
  'dyfed-powys': 'Dyfed-Powys Police',
  essex: 'Essex Police',
  gloucestershire: 'Gloucestershire Constabulary',
  'greater-manchester': 'Greater Manchester Police',
  gwent: 'Gwent Police',
  hampshire: 'Hampshire Constabulary',
  hertfordshire: 'Hertfordshire Constabulary',
  humberside: 'Humberside Police',
  kent: 'Kent Police',
  lancashire: 'Lancashire Constabulary',
  leicestershire: 'Leicestershire Police',
  lincolnshire: 'Lincolnshire Police',
  merseyside: 'Merseyside Police',
  metropolitan: 'Metropolitan Police Service',
  norfolk: 'Norfolk Constabulary',
  'north-wales': 'North Wales Police',
  'north-yorkshire': 'North Yorkshire Police',
  northamptonshire: 'Northamptonshire Police',
  'northern-ireland': 'Police Service of Northern Ireland',
  northumbria: 'Northumbria Police',
  nottinghamshire: 'Nottinghamshire Police',
  'south-wales': 'South Wales Police',
  'south-yorkshire': 'South Yorkshire Police',
  staffordshire: 'Staffordshire Police',
  suffolk: 'Suffolk Constabulary',
  surrey: 'Surrey Police',
  sussex: 'Sussex Police',
  'thames-valley': 'Thames Valley Police',
  warwickshire: 'Warwickshire Police',
  'west-mercia': 'West Mercia Police',
  'west-midlands': 'West Midlands Police',
  'west-yorkshire': 'West Yorkshire Police',
  wiltshire: 'Wiltshire Police',
}

/** The force that the name of a file says, "2019-01-kent-stop-and-search.csv"; null where it says none that we know. */
export function forceInName(fileName: string): string | null {
  const slug = /^\d{4}-\d{2}-(.+)-stop-and-search\.csv$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return FORCES[slug] ?? null
}
