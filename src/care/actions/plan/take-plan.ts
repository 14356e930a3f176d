// A plan as a document that the person takes elsewhere: under PRSB headings, or as FHIR.
import { dayIn, LONDON, type PersonId, type Result } from '../../../basics/index.ts'
import { loadPerson, nameOf } from '../../../identity/index.ts'
import type { Log } from '../../../log/index.ts'
import type { LookRequest } from '../../../sharing/index.ts'
import { missingIn, type PlanDocument, treeOf } from '../../domain/plan/document.ts'
import { toFhir } from '../../domain/plan/fhir.ts'
import { toPrsb } from '../../domain/plan/prsb.ts'
import { type SeenPlan, seePlan } from './see-plan.ts'

/** The person's own plan as text of JSON; a look that exports. Refuses `nothing-shared`. */
export async function takePlan(
  log: Log,
  request: LookRequest,
  as: 'prsb' | 'fhir',
): Promise<Result<string>> {
  const seen = await seePlan(log, request, null)
  if (!seen.ok) return seen
  const document = await documentOf(log, request.person, seen.value)
  const missing = missingIn(document)
  const json =
    as === 'fhir'
      ? toFhir(document)
      : { ...toPrsb(document), 'Coproduce: not known here': [...missing] }
  return { ok: true, value: `${JSON.stringify(json, null, 2)}\n` }
}

async function documentOf(
  log: Log,
  person: PersonId,
  { head, items, aboutMe }: SeenPlan,
): Promise<PlanDocument> {
  const known = (await loadPerson(log, log.db, person)).state
  const words = nameOf(known).split(' ')
  const [line = '', postcode] = postal(known.contact.address)
  const said = new Map(aboutMe.map((one) => [one.heading, one] as const))
  const newest = aboutMe
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  const helped = aboutMe.find(({ supportedBy }) => supportedBy !== null)?.supportedBy
  const agreed = head?.agreedAt ?? null
  return {
    person: {
      ...(words.length > 1 ? { firstName: words.slice(0, -1).join(' ') } : {}),
      ...(words.length > 0 ? { familyName: words.at(-1) ?? '' } : {}),
      ...(known.birthDate === null ? {} : { birthDate: known.birthDate }),
      ...(known.gender === null ? {} : { gender: known.gender }),
      ...(known.nhsNumber === null ? {} : { nhsNumber: known.nhsNumber }),
      ...(line === '' ? {} : { addressLine1: line }),
      ...(postcode === undefined ? {} : { postcode }),
    },
    gpPractice: [],
    aboutMe: {
      ...Object.fromEntries([...said].map(([heading, { says }]) => [heading, says])),
      ...(newest === undefined ? {} : { date: newest }),
      ...(helped === undefined || helped === null ? {} : { 'supported-by': helped }),
    },
    agreement:
      agreed === null || head === null
        ? null
        : {
            agreed: true,
            name: head.agreedBy[0] ?? '',
            role: '',
            updated: dayIn(LONDON, agreed),
          },
    parts: treeOf(items.flatMap(({ part, inner }) => [part, ...inner])),
  }
}

/** The lines of an address, and the postcode where it ends in one. */
function postal(address: string | null): [string, string | undefined] {
  const text = address ?? ''
  const found = /\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/.exec(text)?.[1]
  return [text.replace(found ?? /$/, '').replace(/[,\s]+$/, ''), found]
}
