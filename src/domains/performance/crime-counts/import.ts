/** The registers of crimes: counted files of data.police.uk, and which small area is in which district. */
import type { Importer } from '../../../record/index.ts'
import { bringAreas } from './import-areas.ts'
import { bringCrimes } from './import-crimes.ts'

export const registers: NonNullable<Importer<unknown>['registers']> = {
  areas: bringAreas,
  crimes: bringCrimes,
}
