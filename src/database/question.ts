/** Questions whose text never changes: putting a long one together for each page is an eighth of what asking it costs. */
import { CompiledQuery, type Kysely } from 'kysely'

/** The rows that answer a text with $1, $2 … for the parameters. */
export async function answersTo<Row>(
  db: Pick<Kysely<never>, 'executeQuery'>,
  text: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))
  return rows
}
