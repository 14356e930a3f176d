// Reading what a settlement is made of from a stranger's JSON.
import { isList, isRecord, type Json } from './canonical.ts'
import type { JsonRecord } from './settlement.ts'

export const isWhole = (value: Json | undefined, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** A list of texts, or null where it is anything else. */
export const textsOf = (value: Json | undefined): readonly string[] | null =>
  isList(value) && value.every((one): one is string => typeof one === 'string') ? value : null

/** The one of these words that the value is, or null. */
export const oneOf = <Word extends string>(
  value: Json | undefined,
  words: readonly Word[],
): Word | null => words.find((word) => word === value) ?? null

/** A report as JSON values alone. */
export function plain(report: object): JsonRecord {
  const value: Json = JSON.parse(JSON.stringify(report))
  return isRecord(value) ? value : {}
}
