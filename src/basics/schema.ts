// Schemas: one definition for the type, the check and the documentation of a value.

import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

export { type Static, type TSchema, Type } from 'typebox'

/** Makes a check that says where a value differs from its schema, or null when it fits. */
export function schemaCheck(schema: TSchema): (value: unknown) => string | null {
  const validator = Compile(schema)
  return (value) => {
    if (validator.Check(value)) return null
    const [first] = validator.Errors(value)
    return first === undefined ? 'it differs' : `${first.instancePath || 'it'} ${first.message}`
  }
}
