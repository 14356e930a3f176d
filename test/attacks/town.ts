// People of the attacked town: Asha and Gwen, Dilys of the surgery, Ceri who runs the site.
import {
  asDay,
  type Day,
  type Id,
  type OrganisationId,
  type Result,
} from '../../src/basics/index.ts'
import { giveRole, registerOrganisation, registerPerson } from '../../src/identity/index.ts'
import { agreedByHand, type PromiseMade, promise } from '../../src/promises/index.ts'
import type { WholeSite } from './whole-site.ts'

export const nobody = { by: null, onBehalfOf: null }
export const longAgo = asDay('2024-01-01')

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`)
  return result.value
}

export const person = async ({ log }: Pick<WholeSite, 'log'>, name: string) =>
  done(await registerPerson(log, { actor: nobody, name, birthDate: null, nhsNumber: null }))

export async function peopleIn(site: WholeSite) {
  const { log } = site
  const [asha, gwen] = [await person(site, 'Asha Patel'), await person(site, 'Gwen Lloyd')]
  const [dilys, ceri] = [await person(site, 'Dilys Morgan'), await person(site, 'Ceri Hughes')]
  const about = { name: 'Oak Lane Surgery', odsCode: null, what: 'gp-practice', from: longAgo }
  const surgery = done(await registerOrganisation(log, { actor: nobody, ...about }))
  const held = { actor: nobody, from: longAgo, until: null }
  const nurse = { ...held, person: dilys, what: 'nurse', organisation: surgery }
  const role = done(await giveRole(log, nurse))
  done(await giveRole(log, { ...held, person: ceri, what: 'administrator', organisation: null }))
  return { asha, gwen, dilys, ceri, surgery, role }
}

/** Dilys promises something for the surgery, due on 1 December. */
export async function promised(
  { log }: WholeSite,
  by: { readonly person: Id; readonly organisation: OrganisationId },
  to: readonly Id[],
) {
  const made: PromiseMade = {
    says: 'We will turn the small office into a quiet room',
    promiser: { ...by, shownAs: 'Dilys Morgan, Oak Lane Surgery' },
    to: [...to],
    due: asDay('2026-12-01'),
    source: agreedByHand,
    about: null,
    escalateTo: null,
  }
  return done(await promise(log, by, made))
}

/** A day as three boxes of a form. */
export const typed = (name: string, day: Day | string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** A text as it is sent by somebody at work who has seen how it reads and sends it as it is. */
export const looked = (typedText: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typedText).flatMap(([name, text]) => [
      [name, text],
      [`${name}-scored`, text],
      [`${name}-anyway`, 'yes'],
    ]),
  )
