// Opens a result in a test: the value that must be there, or the refusal that must be there.
import assert from 'node:assert/strict'
import type { Refusal, Result } from '../../src/basics/index.ts'

export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) assert.fail(`Refused with ${result.refusal.code}: ${result.refusal.says}`)
  return result.value
}

export function refusalIn(result: Result<unknown>): Refusal {
  if (result.ok) assert.fail(`Not refused: ${JSON.stringify(result.value)}`)
  return result.refusal
}
