// The door of the demonstration town.
export { demonstrationPeople, makeDemonstrationTown } from './people.ts'
