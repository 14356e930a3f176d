// The fixed ids of the demonstration town, the same every time it is made.
import type { Id, OrganisationId, PersonId } from '../basics/index.ts'
import { idNamed } from '../plumbing/index.ts'

/** An id that is the same every time; the end, in hexadecimal, says which thing it is. */
export const fixedId = <Name extends string>(end: string): Id<Name> =>
  `01920000-0000-7000-8000-${end.padStart(12, '0')}` as Id<Name>

/** The id of a thing in the town that is known by a name. */
export const townId = <Name extends string>(name: string): Id<Name> =>
  idNamed<Name>('demonstration town', name)

const person = (end: string): PersonId => fixedId<'person'>(end)
const organisation = (end: string): OrganisationId => fixedId<'organisation'>(end)

export const people = {
  asha: person('0001'),
  ravi: person('0002'),
  gwen: person('0003'),
  sian: person('0004'),
  dilys: person('0005'),
  kofi: person('0006'),
  tom: person('0007'),
  megan: person('0008'),
  ola: person('0009'),
  marcus: person('000a'),
  helen: person('000b'),
  joan: person('000c'),
  jaden: person('000d'),
  natalie: person('000e'),
  daniel: person('000f'),
  leah: person('0010'),
  arthur: person('0011'),
  grace: person('0012'),
  farah: person('0013'),
  owen: person('0014'),
  beryl: person('0015'),
  mo: person('0016'),
  nia: person('0017'),
  yusuf: person('0018'),
} as const

export const organisations = {
  oakLane: organisation('0a1'),
  hospital: organisation('0a2'),
  board: organisation('0a3'),
  community: organisation('0a4'),
  riverside: organisation('0a5'),
  stDavids: organisation('0a6'),
  communityTrust: organisation('0a7'),
  council: organisation('0a8'),
  pharmacy: organisation('0a9'),
  patientGroup: organisation('0aa'),
} as const
