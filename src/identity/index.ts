// The door of identity: people and their ties, organisations, roles, sign-in.
import type { Room } from '../log/index.ts'
import { organisationStream } from './domain/organisation.ts'
import { personStream } from './domain/person.ts'
import { migrations } from './store/migrations.ts'
import { organisations, successions } from './store/project-organisations.ts'
import { nhsNumbers, people, roles, signInSubjects } from './store/project-people.ts'

export { arrivingOf } from './actions/arrive.ts'
export {
  becomeFirstAdministrator,
  firstAdministratorCode,
  hasAdministrator,
} from './actions/become-first-administrator.ts'
export { type BeginSession, beginSession } from './actions/begin-session.ts'
export {
  abolishOrganisation,
  handOverDuties,
  holdersOfDuty,
  mergeOrganisations,
  registerOrganisation,
  renameOrganisation,
} from './actions/change-organisation.ts'
export {
  actAs,
  endOtherSessions,
  endSession,
  forgetOldSessions,
  noteActingFor,
  noteHidesPrivate,
  signedInAt,
} from './actions/end-session.ts'
export { findVisitor, roleName } from './actions/find-visitor.ts'
export { endRole, giveRole } from './actions/give-role.ts'
export { joinRecords, undoJoinOf } from './actions/join-records.ts'
export {
  putDetailsRight,
  recordDeath,
  recordDetails,
  tryDetails,
  withdrawDeath,
} from './actions/record-details.ts'
export { makeRecoveryCodes, signInWithRecoveryCode } from './actions/recover.ts'
export { type NewPerson, registerMany } from './actions/register-many.ts'
export { type RegisterPerson, registerPerson } from './actions/register-person.ts'
export { beginSignIn, finishSignIn } from './actions/sign-in-with-provider.ts'
export { acceptTie, declineTie, endTie, offerTie } from './actions/tie-people.ts'
export type { Role, Tie, TieOffer } from './domain/bonds.ts'
export {
  genders,
  type Listed,
  listedOn,
  organisationKinds,
  type RoleKind,
  roleKinds,
  type TieKind,
  tieKinds,
} from './domain/dated-lists.ts'
export { type DetailKind, detailKinds, detailsPutRight } from './domain/facts.ts'
export { readCode, writeCode } from './domain/one-time-code.ts'
export { nameOn, type Organisation } from './domain/organisation.ts'
export {
  type Contact,
  detailOf,
  isKnown,
  nameOf,
  type Person,
  type PutRight,
} from './domain/person.ts'
export { rolesOn } from './domain/roles.ts'
export {
  type DutyHolders,
  type Ending,
  type Succession,
  whoHoldsDuty,
} from './domain/succession.ts'
export { otherOf, type TieStanding, tieStanding, tiesOn } from './domain/ties.ts'
export {
  type HomePart,
  type HomeShare,
  type IdentityDeps,
  type PersonVisitor,
  personOf,
} from './pages/room-parts.ts'
export { routes as identityRoutes } from './pages/routes.ts'
export type { DemonstrationGroup, DemonstrationPerson } from './pages/sign-in-page.tsx'
export { draftStore, forgetOldDrafts } from './store/drafts.ts'
export {
  findByOdsCode,
  type ListedOrganisation,
  listOrganisations,
  loadOrganisation,
  organisationNames,
  organisationsOfKinds,
  searchOrganisations,
} from './store/organisations.ts'
export {
  findByNameAndBirth,
  findByNhsNumber,
  findBySignIn,
  findExactly,
  type HeldRole,
  holdsOnlyOthers,
  holdsRealPeople,
  loadPerson,
  namedAmong,
  namesOf,
  rolesIn,
  survivingPerson,
  worksIn,
} from './store/people.ts'

/** What main.ts registers with the log and the database. */
export const identityRoom: Room = {
  streams: [personStream, organisationStream],
  projections: [people, nhsNumbers, signInSubjects, roles, organisations, successions],
  scratch: [
    { table: 'identity.sessions', ownerColumn: 'person' },
    { table: 'identity.session_tokens', ownerColumn: 'person' },
    { table: 'identity.recovery_codes', ownerColumn: 'person' },
    { table: 'identity.tie_codes', ownerColumn: 'person' },
    { table: 'identity.drafts', ownerColumn: 'owner' },
  ],
  migrations,
}
