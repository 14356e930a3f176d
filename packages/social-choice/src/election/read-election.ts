// A ballot file of any kind that the library reads, told apart by its first line.
import type { Result } from '../ground/result.ts'
import type { Election } from './ballots.ts'
import { readBlt } from './blt.ts'
import { readScottishCsv } from './scottish-csv.ts'

/**
 * Reads a BLT file or a Scottish cast-vote CSV file: the CSV has a comma between the two numbers
 * of its first line. Refusals: those of `readBlt` and `readScottishCsv`.
 */
export function readElection(text: string): Result<Election> {
  return /^\ufeff?\s*\d+\s*,/.test(text) ? readScottishCsv(text) : readBlt(text)
}
