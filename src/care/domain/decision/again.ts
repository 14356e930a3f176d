// Whether people would choose it again: a table for the gate, and what later readers see of it.
import type { Day } from '../../../basics/index.ts'
import type { AskedTable, ReleasedTable, Shown } from '../../../gate/index.ts'

export type AgainCount = {
  readonly day: Day
  readonly option: string
  readonly again: string
  readonly count: number
}

/** Counts as they were released, for the options of which something can be shown. */
export type SaidAgain = {
  readonly asOf: Day
  readonly options: readonly {
    readonly option: string
    readonly again: number
    readonly of: number
  }[]
}

/** For each option that anybody chose: how many said something, and how many said yes. */
export function againTable(options: readonly string[], month: Day): AskedTable {
  const where = (only: Readonly<Record<string, readonly string[]>>) => ({
    from: null,
    until: month,
    only,
  })
  return {
    title: `Up to ${month}`,
    asOf: month,
    cells: options.flatMap((option) => [
      { label: `${option}: all`, where: where({ option: [option] }) },
      { label: `${option}: yes`, where: where({ option: [option], again: ['yes'] }) },
    ]),
  }
}

/** Only where both numbers left; nothing is worked out from what was hidden. */
export function saidAgainIn({ asOf, cells }: ReleasedTable): SaidAgain {
  const shownAt = new Map(cells.map(({ label, shown }) => [label, shown]))
  const options = cells
    .filter(({ label }) => label.endsWith(': all'))
    .map(({ label }) => label.slice(0, -': all'.length))
  const isNumber = (shown: Shown | undefined): shown is number => typeof shown === 'number'
  return {
    asOf,
    options: options.flatMap((option) => {
      const of = shownAt.get(`${option}: all`)
      const again = shownAt.get(`${option}: yes`)
      return isNumber(of) && isNumber(again) && of > 0
        ? [{ option, again: Math.min(again, of), of }]
        : []
    }),
  }
}
