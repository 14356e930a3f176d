// What is recorded of organisations: they come, take names, hand duties on, and end.
import { type Day, type Id, type OrganisationId, type Result, refuse } from '../../basics/index.ts'
import {
  type Actor,
  act,
  actIn,
  actTogether,
  type Log,
  Refused,
  valueOrRefused,
} from '../../log/index.ts'
import { idNamed, type Tx } from '../../plumbing/index.ts'
import * as decisions from '../domain/organisation.ts'
import { refusals } from '../domain/refusals.ts'
import { type DutyHolders, whoHoldsDuty } from '../domain/succession.ts'
import { endingsFrom, isOdsCodeOfAnother } from '../store/organisations.ts'

const on = (actor: Actor, organisation: OrganisationId, key: string | null = null) =>
  ({
    actor,
    type: decisions.organisationStream,
    owner: organisation,
    stream: organisation,
    key,
  }) as const

type Asked = { readonly actor: Actor; readonly key?: string | null }

/**
 * Registers an organisation; one known already by this id stays as it is. The same key by the
 * same person is one organisation, whose id nobody can choose.
 * Refuses: `name-missing`, `ods-code-not-real`, `ods-code-taken`,
 * `organisation-kind-not-listed`.
 */
export function registerOrganisation(
  log: Log,
  request: Asked & decisions.OrganisationRegistration & { readonly organisation?: OrganisationId },
): Promise<Result<OrganisationId>> {
  const { odsCode, key, actor } = request
  const made = () =>
    key
      ? idNamed<'organisation'>(`${actor.by}`, `organisation ${key}`)
      : log.chance.id<'organisation'>()
  const organisation = request.organisation ?? made()
  return act(log, {
    ...on(actor, organisation, key),
    decide: decisions.registerOrganisation(organisation, request),
    async also(tx) {
      if (odsCode !== null && (await isOdsCodeOfAnother(tx, odsCode, organisation))) {
        throw new Refused(refuse(refusals.odsCodeTaken, {}, 'odsCode'))
      }
    },
  })
}

type About = Asked & { readonly organisation: OrganisationId }

/** Refuses: `organisation-unknown`, `name-missing`. */
export const renameOrganisation = (
  log: Log,
  request: About & { readonly name: string; readonly from: Day },
): Promise<Result<OrganisationId>> => {
  const { actor, organisation, key } = request
  const decide = decisions.renameOrganisation(organisation, request.name, request.from)
  return act(log, { ...on(actor, organisation, key), decide })
}

/** Ends an organisation on a day. Refuses: `organisation-unknown`, `organisation-abolished`. */
export const abolishOrganisation = (
  log: Log,
  request: About & { readonly on: Day; readonly source: string },
): Promise<Result<OrganisationId>> => {
  const { actor, organisation, key } = request
  const decide = decisions.abolishOrganisation(organisation, request.on, request.source)
  return act(log, { ...on(actor, organisation, key), decide })
}

type HandingOver = Omit<decisions.HandOver, 'succession'> & { readonly actor: Actor }

/**
 * Duties go from one organisation to another on a day, all or the named ones; gives the edge's id.
 * Refuses: `organisation-unknown`, `organisation-abolished`, `succession-of-itself`.
 */
export const handOverDuties = (log: Log, request: HandingOver): Promise<Result<Id>> =>
  actTogether(log, (tx) => handOver(log, tx, request))

async function handOver(log: Log, tx: Tx, request: HandingOver): Promise<Id> {
  const { actor, ...asked } = request
  const edge = { ...asked, succession: log.chance.id() }
  const from = { ...on(actor, edge.from), decide: decisions.handOverDuties(edge) }
  valueOrRefused(await actIn(log, tx, from))
  const to = { ...on(actor, edge.to), decide: decisions.takeOverDuties(edge) }
  valueOrRefused(await actIn(log, tx, to))
  return edge.succession
}

/**
 * Merges organisations into one that is known already: all their duties go there and they end.
 * Refuses: `organisation-unknown`, `organisation-abolished`, `succession-of-itself`.
 */
export const mergeOrganisations = (
  log: Log,
  request: {
    readonly actor: Actor
    readonly merging: readonly OrganisationId[]
    readonly into: OrganisationId
    readonly on: Day
    readonly source: string
  },
): Promise<Result<OrganisationId>> =>
  actTogether(log, async (tx) => {
    const { actor, into, source } = request
    for (const from of request.merging) {
      await handOver(log, tx, { actor, from, to: into, on: request.on, duties: null, source })
      const decide = decisions.abolishOrganisation(from, request.on, source)
      valueOrRefused(await actIn(log, tx, { ...on(actor, from), decide }))
    }
    return into
  })

/** Who holds a duty of an organisation on a day, along mergers, splits and ends. */
export async function holdersOfDuty(
  log: Log,
  organisation: OrganisationId,
  day: Day,
  asked: { readonly duty?: string; readonly since?: Day } = {},
): Promise<DutyHolders> {
  return whoHoldsDuty(await endingsFrom(log.db, organisation), organisation, day, asked)
}
