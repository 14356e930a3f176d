// The addresses of organisations and the roles in them: for administrators alone.
import { createElement, type ReactNode } from 'react'
import { type Id, idFrom, type OrganisationId, type Result } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import {
  choiceField,
  dayField,
  defineForm,
  type Fields,
  type Form,
  type FormEntry,
  freshEntry,
  optional,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  textField,
  type ValuesOf,
} from '../../web/index.ts'
import * as change from '../actions/change-organisation.ts'
import { organisationKinds } from '../domain/dated-lists.ts'
import { nameOn, type Organisation } from '../domain/organisation.ts'
import { refusals } from '../domain/refusals.ts'
import { today } from '../domain/registration.ts'
import * as store from '../store/organisations.ts'
import { rolesIn } from '../store/people.ts'
import { organisationWords } from '../words/organisation-words.ts'
import * as views from './organisation-pages.tsx'
import { roleRoutes } from './role-routes.ts'
import { actorOf, type IdentityDeps, personOf } from './room-parts.ts'

const words = organisationWords.in('en')
const access = { roles: ['administrator'] } as const
const here = '/organisations'
const PAGE = 50

const day = dayField({ name: words.fromName, missing: words.day })
const name = textField({ missing: words.nameMissing, longest: 200, tooLong: words.nameLong })
const source = textField({ missing: words.sourceMissing, longest: 500, tooLong: words.sourceLong })
const forms = {
  add: defineForm({
    name,
    what: choiceField(
      organisationKinds.map(({ code }) => code),
      words.kindMissing,
    ),
    odsCode: optional(textField({ missing: '', longest: 12, tooLong: words.codeLong })),
    from: day,
  }),
  rename: defineForm({ name, from: day }),
  merge: defineForm({
    into: textField({ missing: words.intoMissing, longest: 36, tooLong: words.intoMissing }),
    on: day,
    source,
  }),
  abolish: defineForm({ on: day, source }),
}

export function organisationRoutes({ log }: IdentityDeps): readonly Route[] {
  const list: Route = {
    method: 'GET',
    path: '/organisations',
    access,
    says: 'Every organisation by name',
    handle: (request) => showList(log, request),
  }
  const one: Route = {
    method: 'GET',
    path: '/organisations/:organisation',
    access,
    says: 'One organisation: its names, its duties and who holds a role in it',
    handle: (request) => showOne(log, request),
  }
  return [list, ...formRoutes(log), one, ...roleRoutes(log)]
}

/** Organisations whose change is asked for. */
type Asked = {
  readonly id: OrganisationId
  readonly state: Organisation
  readonly request: PageRequest
}

type FormRoute<F extends Fields> = {
  readonly end: string
  readonly says: string
  readonly form: Form<F>
  readonly heading: string
  readonly lead?: string
  /** What its button says, where it is not “Save”: that of a change nobody takes back. */
  readonly ends?: string
  inputs(entry: FormEntry, asked: Asked): Promise<ReactNode>
  carryOut(values: ValuesOf<F>, asked: Asked): Promise<Result<OrganisationId>>
}

function formRoutes(log: Log): readonly Route[] {
  const actor = ({ request }: Asked) => actorOf(personOf(request))
  return [
    ...formRoute(log, {
      end: '/add',
      says: 'Add an organisation',
      form: forms.add,
      heading: words.add,
      inputs: async (entry) => createElement(views.AddInputs, { entry, words }),
      carryOut: (values, asked) =>
        change.registerOrganisation(log, {
          ...values,
          actor: actor(asked),
          odsCode: values.odsCode?.toUpperCase() ?? null,
          key: asked.request.formKey,
        }),
    }),
    ...formRoute(log, {
      end: '/:organisation/rename',
      says: 'Give an organisation another name',
      form: forms.rename,
      heading: words.rename,
      inputs: async (entry) => createElement(views.RenameInputs, { entry, words }),
      carryOut: (values, asked) =>
        change.renameOrganisation(log, { actor: actor(asked), organisation: asked.id, ...values }),
    }),
    ...formRoute(log, {
      end: '/:organisation/merge',
      says: 'Merge an organisation into another',
      form: forms.merge,
      heading: words.merge,
      lead: words.mergeLead,
      ends: words.mergeButton,
      inputs: async (entry, { id }) => {
        const all = await store.listOrganisations(log.db, 1, 1_000)
        const others = all.filter((it) => it.organisation !== id && it.abolishedOn === null)
        return createElement(views.EndInputs, { entry, words, others })
      },
      carryOut: ({ into, ...values }, asked) =>
        change.mergeOrganisations(log, {
          actor: actor(asked),
          merging: [asked.id],
          into: idFrom<'organisation'>(into) ?? asked.id,
          ...values,
        }),
    }),
    ...formRoute(log, {
      end: '/:organisation/abolish',
      says: 'End an organisation',
      form: forms.abolish,
      heading: words.abolish,
      lead: words.abolishLead,
      ends: words.abolish,
      inputs: async (entry) => createElement(views.EndInputs, { entry, words, others: null }),
      carryOut: (values, asked) =>
        change.abolishOrganisation(log, { actor: actor(asked), organisation: asked.id, ...values }),
    }),
  ]
}

/** A form about an organisation: shown, refused with what was typed, or carried out. */
function formRoute<F extends Fields>(log: Log, one: FormRoute<F>): readonly Route[] {
  const path = here + one.end
  const show = async (asked: Asked, entry: FormEntry): Promise<PageReply> => {
    const main = createElement(views.OrganisationFormPage, {
      heading: one.heading,
      ...(one.lead === undefined ? {} : { lead: one.lead }),
      about: nameOn(asked.state, today(asked.request.now)),
      action: asked.request.address,
      entry,
      words,
      inputs: await one.inputs(entry, asked),
      button:
        one.ends === undefined
          ? { text: words.save, kind: 'primary' }
          : { text: one.ends, kind: 'warning' },
    })
    const wrong = Object.keys(entry.errors).length > 0
    const back = { href: one.end === '/add' ? here : `${here}/${asked.id}` }
    const page = { kind: 'page', title: one.heading, main, here, back } as const
    return wrong ? { ...page, status: 422 } : page
  }
  const take = async (asked: Asked): Promise<PageReply> => {
    const reading = one.form.parse(asked.request.form)
    if (!reading.ok) return show(asked, reading.entry)
    const done = await one.carryOut(reading.values, asked)
    if (!done.ok) return show(asked, refusedEntry(asked.request.form, done.refusal))
    return { kind: 'redirect', to: `${here}/${done.value}` }
  }
  const asking =
    (answer: (asked: Asked) => Promise<PageReply>): Route['handle'] =>
    async (request) => {
      const id = idFrom<'organisation'>(request.params.organisation)
      const { state } = await store.loadOrganisation(log, log.db, id ?? log.chance.id())
      const isNew = one.end === '/add'
      if (!isNew && !state.registered) {
        return { kind: 'refused', refusal: refusals.organisationUnknown }
      }
      return answer({ id: id ?? log.chance.id(), state, request })
    }
  return [
    {
      method: 'GET',
      path,
      access,
      says: one.says,
      handle: asking((asked) => show(asked, freshEntry())),
    },
    { method: 'POST', path, access, says: one.says, handle: asking(take) },
  ]
}

async function showList(log: Log, request: PageRequest): Promise<PageReply> {
  const pages = Math.max(1, Math.ceil((await store.countOrganisations(log.db)) / PAGE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(request.query.page ?? '1', 10) || 1))
  const organisations = await store.listOrganisations(log.db, page, PAGE)
  const main = createElement(views.OrganisationsPage, { organisations, page, pages, words })
  return { kind: 'page', title: words.title, main, here }
}

async function showOne(log: Log, request: PageRequest): Promise<PageReply> {
  const id = idFrom<'organisation'>(request.params.organisation)
  if (id === null) return { kind: 'refused', refusal: refusals.organisationUnknown }
  const { state } = await store.loadOrganisation(log, log.db, id)
  if (!state.registered) return { kind: 'refused', refusal: refusals.organisationUnknown }
  const now = today(request.now)
  const holders = await change.holdersOfDuty(log, id, now)
  const others: readonly Id<'organisation'>[] = [
    ...state.handedOver.map(({ to }) => to),
    ...state.tookOver.map(({ from }) => from),
    ...holders.holders,
  ]
  const main = createElement(views.OrganisationPage, {
    id,
    organisation: state,
    names: await store.organisationNames(log.db, others),
    holders,
    roles: await rolesIn(log.db, id, now),
    language: request.language,
    words,
  })
  return { kind: 'page', title: nameOn(state, now), main, here, back: { href: here } }
}
