// The people of the tests of the plan: Asha, her father, a nurse she shares with, a stranger.
import { asDay, nhsNumberOf, type PersonId } from '../../src/basics/index.ts'
import {
  acceptTie,
  giveRole,
  offerTie,
  registerOrganisation,
  registerPerson,
} from '../../src/identity/index.ts'
import { askProxy, everything, giveGrant, grantProxy } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite, type WholeSite } from '../attacks/whole-site.ts'

export type Acts = readonly ('read' | 'print' | 'export' | 'add')[]

/** Asha shares her plan with the nurses of Oak Lane Surgery, who may write in it. */
export async function openPlanTown() {
  const site = await openWholeSite()
  const { log } = site
  const nhsNumber = nhsNumberOf('999000001')
  const born = { name: 'Asha Patel', birthDate: asDay('1984-03-15'), nhsNumber }
  const asha = done(await registerPerson(log, { actor: nobody, ...born }))
  const ravi = await register(site, 'Ravi Patel')
  const sian = await register(site, 'Sian Rees')
  const gwen = await register(site, 'Gwen Lloyd')
  const about = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from: longAgo }
  const surgery = done(await registerOrganisation(log, { actor: nobody, ...about }))
  const held = { actor: nobody, from: longAgo, until: null }
  done(await giveRole(log, { ...held, person: sian, what: 'nurse', organisation: surgery }))
  const toNurses = { person: null, organisation: surgery, role: 'nurse' }
  const shareOf =
    (owner: PersonId) =>
    (to: typeof toNurses | ToPerson, acts: Acts, what = everything) =>
      sharing(site, owner, to, acts, what)
  const share = shareOf(asha)
  await share(toNurses, ['read', 'print', 'export', 'add'])
  return { site, log, asha, ravi, sian, gwen, surgery, share, shareOf, toNurses }
}

export const toPerson = (person: PersonId) => ({ person, organisation: null, role: null })
type ToPerson = ReturnType<typeof toPerson>

const sharing = async (
  { log }: WholeSite,
  person: PersonId,
  to: Parameters<typeof giveGrant>[1]['giving']['to'],
  acts: Acts,
  what: typeof everything,
) =>
  done(
    await giveGrant(log, {
      person,
      by: person,
      giving: {
        ...{ effect: 'permit', to, what, acts: [...acts] },
        ...{ purposes: ['direct-care'], until: null },
      },
    }),
  )

/** The practice lets one act for the other, at this level and on these grounds. */
export async function letActFor(
  {
    site,
    log,
    surgery,
  }: Pick<Awaited<ReturnType<typeof openPlanTown>>, 'site' | 'log' | 'surgery'>,
  { proxy, person }: { readonly proxy: PersonId; readonly person: PersonId },
  how: { readonly level: string; readonly basis: string; readonly evidence: string },
) {
  const at = { actor: nobody, from: longAgo, until: null }
  const dilys = await register(site, 'Dilys Morgan')
  const role = { ...at, person: dilys, what: 'practice-manager', organisation: surgery }
  done(await giveRole(log, role))
  const offer = { ...at, what: 'family', helper: proxy, helped: person, offeredBy: proxy }
  const tie = done(await offerTie(log, offer))
  done(await acceptTie(log, { actor: nobody, by: person, tie }))
  const asked = { person, proxy, by: proxy, organisation: surgery, standing: 'parent' }
  const { level } = how
  const wanted = { ...asked, level, why: 'To help', until: null }
  const access = done(await askProxy(log, wanted))
  const decider = { by: dilys, organisation: surgery, roles: ['practice-manager'] }
  const tests = { necessary: 'To help', relevant: 'No more', safe: 'Asked alone' }
  const granting = { ...how, tests, labels: [], letThrough: [], keptBack: [], until: null }
  done(await grantProxy(log, { person, access }, decider, granting))
}
