// A question to the database: where it is asked again, its answer is not described again.
import pg from 'pg'

/** What of the driver is used here. */
type Wire = { describe(what: unknown): void }

/** How rows are read: the columns, and what makes a value of each text. */
type Shape = Readonly<Record<'fields' | '_parsers' | '_prebuiltEmptyResultObject', unknown>>

type Said = (error: Error | undefined, result: pg.QueryResult) => void

// The driver's types leave out what its own class is made of.
type DriverQuestion = {
  name?: string
  readonly _result: Shape
  _accumulateRows: boolean
  prepare(wire: Wire): void
  handleCommandComplete(message: unknown, wire: Wire): void
}
const DriverQuestion = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[],
  said: Said,
) => DriverQuestion & pg.Submittable

/**
 * A question that is kept prepared where it has a name. What its rows look like is told by the
 * server once on each connection and remembered: PostgreSQL refuses to answer a prepared
 * statement whose columns have changed since.
 */
export class Question extends DriverQuestion {
  constructor(text: string, values: readonly unknown[], name: string | undefined, said: Said) {
    // Made of parts, since of an object the driver makes a slow copy for each question.
    super(text, values, said)
    if (name !== undefined) this.name = name
  }

  override prepare(wire: Wire): void {
    const { shapes, undescribed } = memoryOf(wire)
    const shape = this.name === undefined ? undefined : shapes.get(this.name)
    if (shape !== undefined) {
      Object.assign(this._result, shape)
      this._accumulateRows = true
    }
    super.prepare(shape === undefined ? wire : undescribed)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    super.handleCommandComplete(message, wire)
    const { shapes } = memoryOf(wire)
    if (this.name === undefined || shapes.has(this.name)) return
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result
    shapes.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject })
  }
}

type Memory = {
  readonly shapes: Map<string, Shape>
  /** The same connection, over which no description is asked for. */
  readonly undescribed: Wire
}

const memories = new WeakMap<Wire, Memory>()

function memoryOf(wire: Wire): Memory {
  const known = memories.get(wire)
  if (known !== undefined) return known
  const undescribed: Wire = Object.create(wire, { describe: { value() {} } })
  const memory = { shapes: new Map<string, Shape>(), undescribed }
  memories.set(wire, memory)
  return memory
}
