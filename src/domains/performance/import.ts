/** The door through which figures come into the record: the registers of every noun, data files, and counts of crimes. */
import type { Reading } from '../../papers/index.ts'
import type { Importer } from '../../record/index.ts'
import { registers as boundariesRegisters } from './boundaries/import.ts'
import { registers as comparisonRegisters } from './comparison/import.ts'
import { registers as crimeRegisters } from './crime-counts/import.ts'
import { registers as gradeRegisters } from './grades/import.ts'
import { bringMeasures, bringObservations } from './measures/import.ts'
import { bringQuotedFigures } from './measures/import-quoted.ts'
import { registers as nationalRegisters } from './national/import.ts'
import { registers as outcomeRegisters } from './outcomes/import.ts'
import { registers as volunteerRegisters } from './volunteers/import.ts'

export { isFeatures } from './boundaries/geojson.ts'
export { type OpenData, openDataIn } from './crime-counts/crime-file.ts'
export { bringDataFile, type DataFile } from './data-files/import.ts'
export { type Proposed, proposeFor, showsFigures } from './data-files/import-proposing.ts'
export type { Incoming } from './measures/observation.ts'
export { recordObservations } from './measures/writes.ts'

export const importer: Importer<Reading> = {
  name: 'performance',
  wants: () => false,
  bring: () => Promise.resolve({ entries: [], links: [], open: [] }),
  registers: {
    measures: bringMeasures,
    observations: bringObservations,
    'quoted-figures': bringQuotedFigures,
    ...boundariesRegisters,
    ...comparisonRegisters,
    ...crimeRegisters,
    ...gradeRegisters,
    ...nationalRegisters,
    ...outcomeRegisters,
    ...volunteerRegisters,
  },
}
