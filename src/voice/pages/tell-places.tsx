// Which services a story is about: found by name, added one by one, kept in the draft.
import { type Id, isId } from '../../basics/index.ts'
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { loadPlace, placeNameOn, searchPlaces } from '../../places/index.ts'
import {
  type Access,
  Button,
  Card,
  dayOf,
  EmptyState,
  ErrorSummary,
  type Field,
  type FormEntry,
  type FormValues,
  freshEntry,
  type Language,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  SearchForm,
  shellWords,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import { tellWords } from '../words/words.ts'

/** A chosen place as the draft keeps it: its id, and its name as it was chosen. */
export type ChosenPlace = { readonly id: Id; readonly name: string }

const MOST = 10

export const chosenIn = (typed: FormValues): ChosenPlace[] =>
  typedAt(typed, 'places').flatMap((one) => {
    const [id = '', name = ''] = one.split('|')
    return isId(id) ? [{ id, name }] : []
  })

export const placesField = (language: Language): Field<readonly string[]> => ({
  parts: [''],
  read: (typed) => {
    const chosen = chosenIn({ places: typed('') })
    if (chosen.length === 0) return { ok: false, says: tellWords.in(language).enterPlace }
    return { ok: true, value: chosen.map(({ id }) => id) }
  },
})

type Where = { readonly log: Log; readonly at: string; readonly journey: string }

/** The two addresses that stand in for the journey's own page of this question. */
export const placeRoutes = (where: Where, access: Access = 'anyone'): readonly Route[] => [
  {
    method: 'GET',
    path: `${where.at}/where`,
    access,
    says: 'Find the service that a story is about',
    handle: (request) => showWhere(where, request, freshEntry()),
  },
  {
    method: 'POST',
    path: `${where.at}/where`,
    access,
    says: 'Add or remove a service that a story is about',
    handle: (request) => changeWhere(where, request),
  },
]

const keyOf = ({ journey }: Where, request: PageRequest) => ({ owner: request.draftOwner, journey })

async function showWhere(where: Where, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const { language } = request
  const say = tellWords.in(language)
  const draft = (await draftStore(where.log.db, where.log.clock).load(keyOf(where, request))) ?? {}
  const name = (request.query.name ?? '').slice(0, 200).trim()
  const found = name === '' ? null : await searchPlaces(where.log.db, name, null, 20)
  const chosen = chosenIn(draft)
  const wrong = Object.keys(entry.errors).length > 0
  return {
    kind: 'page',
    title: say.where,
    ...(wrong ? { status: 422 } : {}),
    here: '/have-a-say',
    welsh: 'whole',
    back: { href: where.at === '/tell' ? '/tell/kind' : '/have-a-say' },
    main: (
      <>
        <ErrorSummary entry={entry} />
        <PageHeading>{say.where}</PageHeading>
        <Chosen at={where.at} chosen={chosen} language={language} />
        <SearchForm action={`${where.at}/where`}>
          <TextInput
            name="name"
            label={say.whereHint}
            entry={{ typed: { name }, errors: entry.errors }}
          />
          <Button kind={chosen.length === 0 && !found?.length ? 'primary' : 'secondary'}>
            {say.find}
          </Button>
        </SearchForm>
        {found?.length === 0 && (
          <EmptyState says={say.noneFound}>
            <p>{say.noneFoundNext}</p>
          </EmptyState>
        )}
        {found
          ?.filter(({ stream }) => chosen.every(({ id }) => id !== stream))
          .map((one) => (
            <Card key={`${one.stream} ${one.name}`} heading={one.name} level={2}>
              <PageForm action={`${where.at}/where`}>
                <input type="hidden" name="add" value={one.stream} />
                <Button kind="secondary">{say.add(one.name)}</Button>
              </PageForm>
            </Card>
          ))}
        {chosen.length > 0 && (
          <PageForm action={`${where.at}/where`}>
            <Button name="go" value="on">
              {shellWords(language).continue}
            </Button>
          </PageForm>
        )}
      </>
    ),
  }
}

function Chosen(props: {
  readonly at: string
  readonly chosen: readonly ChosenPlace[]
  readonly language: Language
}) {
  const { at, chosen, language } = props
  const say = tellWords.in(language)
  if (chosen.length === 0) return null
  return (
    <Card heading={say.chosen} level={2} soft>
      {chosen.map(({ id, name }) => (
        <PageForm key={id} action={`${at}/where`}>
          <p>{name}</p>
          <input type="hidden" name="remove" value={id} />
          <Button kind="secondary">{say.remove(name)}</Button>
        </PageForm>
      ))}
    </Card>
  )
}

async function changeWhere(where: Where, request: PageRequest): Promise<PageReply> {
  const say = tellWords.in(request.language)
  const drafts = draftStore(where.log.db, where.log.clock)
  const key = keyOf(where, request)
  const draft = (await drafts.load(key)) ?? {}
  const chosen = chosenIn(draft)
  const [add = ''] = typedAt(request.form, 'add')
  const [remove = ''] = typedAt(request.form, 'remove')
  const keep = (list: readonly ChosenPlace[], answered: readonly string[]) =>
    drafts.save(key, {
      ...draft,
      places: list.map(({ id, name }) => `${id}|${name}`),
      '~answered': [...new Set([...typedAt(draft, '~answered'), ...answered])],
    })
  if (isId(add)) {
    if (chosen.length >= MOST) return refused(where, request, say.tooManyPlaces)
    const place = await loadPlace(where.log, add)
    const known = place.kind !== null && chosen.every(({ id }) => id !== add)
    const name = placeNameOn(place, dayOf(request.now))
    if (known) await keep([...chosen, { id: add, name }], [])
  } else if (isId(remove)) {
    await keep(
      chosen.filter(({ id }) => id !== remove),
      [],
    )
  } else {
    if (chosen.length === 0) return refused(where, request, say.enterPlace)
    await keep(chosen, ['where'])
    return { kind: 'redirect', to: where.at }
  }
  return { kind: 'redirect', to: `${where.at}/where` }
}

const refused = (where: Where, request: PageRequest, says: string) =>
  showWhere(where, request, { typed: {}, errors: { name: { says, at: 'name', whole: true } } })
