// The people of the tests of the plan: Asha, her father, a nurse she shares with, a stranger.
import type { PersonId } from '../../src/basics/index.ts'
import { giveRole, registerOrganisation } from '../../src/identity/index.ts'
import { everything, giveGrant } from '../../src/sharing/index.ts'
import { done, longAgo, nobody, person as register } from '../attacks/town.ts'
import { openWholeSite, type WholeSite } from '../attacks/whole-site.ts'

export type Acts = readonly ('read' | 'print' | 'export' | 'add')[]

/** Asha shares her plan with the nurses of Oak Lane Surgery, who may write in it. */
export async function openPlanTown() {
  const site = await openWholeSite()
  const { log } = site
  const asha = await register(site, 'Asha Patel')
  const ravi = await register(site, 'Ravi Patel')
  const sian = await register(site, 'Sian Rees')
  const gwen = await register(site, 'Gwen Lloyd')
  const about = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from: longAgo }
  const surgery = done(await registerOrganisation(log, { actor: nobody, ...about }))
  const held = { actor: nobody, from: longAgo, until: null }
  done(await giveRole(log, { ...held, person: sian, what: 'nurse', organisation: surgery }))
  const toNurses = { person: null, organisation: surgery, role: 'nurse' }
  const share = (to: typeof toNurses | ToPerson, acts: Acts, what = everything) =>
    sharing(site, asha, to, acts, what)
  await share(toNurses, ['read', 'print', 'export', 'add'])
  return { site, log, asha, ravi, sian, gwen, surgery, share }
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
