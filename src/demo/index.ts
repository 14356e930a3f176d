// The door of the demonstration town.
export { demonstrationPeople } from './cast.ts'
export { demoCommand } from './command.ts'
export {
  growDemonstrationTown,
  makeDemonstrationTown,
  refusalOfTown,
} from './make-town.ts'
export type { Follow } from './town.ts'
