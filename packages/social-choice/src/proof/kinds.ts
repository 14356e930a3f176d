// The kinds of decision that the library settles: a new kind is one file and one line here.
import { electionKind } from './election-kind.ts'
import { fundKind } from './fund-kind.ts'
import { opinionKind } from './opinion-kind.ts'
import { panelKind } from './panel-kind.ts'
import type { SettlementKind } from './settlement.ts'

export const settlementKinds: readonly SettlementKind[] = [
  electionKind,
  fundKind,
  panelKind,
  opinionKind,
]
