// The commands of the library, for a command line to offer; reads files, so for Node alone.
export type { Command, CommandIo, ParsedArguments } from './command.ts'
export { countBudgetCommand } from './count-budget.ts'
export { countElectionCommand } from './count-election.ts'
export { drawPanelCommand } from './draw-panel.ts'
export { mapOpinionCommand } from './map-opinion.ts'
export { recountCommand } from './recount.ts'
