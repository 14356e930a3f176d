// Photos of what happened: known by their bytes, without place, with words for who cannot see.
import { mediaTypes, type Refusal, refuse } from '../../basics/index.ts'
import { draftStore } from '../../identity/index.ts'
import type { Log } from '../../log/index.ts'
import { sha256 } from '../../plumbing/index.ts'
import {
  Button,
  Card,
  ErrorSummary,
  FileInput,
  type FormEntry,
  freshEntry,
  PageForm,
  PageHeading,
  type PageReply,
  type PageRequest,
  type Route,
  refusedEntry,
  TextInput,
  typedAt,
} from '../../web/index.ts'
import { dropPhoto, keepPhoto, readPhoto } from '../actions/draft-photos.ts'
import { noteOpened, type SeenStory, seeStory } from '../actions/see-story.ts'
import { takeFile } from '../actions/take-file.ts'
import { refusals } from '../domain/complaint/refusals.ts'
import { photosAtMost } from '../domain/dated-rules.ts'
import { photoWords } from '../words/words.ts'
import { type ChosenPhoto, photosIn } from './photo-choice.ts'
import { seesPhotos } from './story-photos.tsx'
import { lookerOf, unknownStory } from './tell-routes.tsx'

const say = photoWords.in('en')
const at = '/tell/photos'
const journey = 'tell'
const LONGEST = 200

/** The addresses that stand in for the journey's own page of this question, and the pictures. */
export const photoRoutes = (log: Log): readonly Route[] => [
  {
    method: 'GET',
    path: at,
    access: 'anyone',
    says: 'Add photos to what is told',
    handle: (request) => show(log, request, freshEntry()),
  },
  {
    method: 'POST',
    path: at,
    access: 'anyone',
    says: 'Add or remove a photo of what is told',
    files: { most: 1, megabytes: 10 },
    handle: (request) => change(log, request),
  },
  {
    method: 'GET',
    path: '/tell/photos/:photo',
    access: 'anyone',
    says: 'A photo of what is being told, for who tells it',
    async handle(request) {
      const found = await readPhoto(log, request.draftOwner, request.params.photo ?? '')
      return found === null ? unknownStory() : picture(found.type, found.bytes)
    },
  },
  {
    method: 'GET',
    path: '/stories/:story/photos/:photo',
    access: 'anyone',
    says: 'A photo of a story, for its author and those who read and answer it',
    handle: (request) => showPhoto(log, request),
  },
]

function picture(type: string, body: Uint8Array): PageReply {
  const known = type === 'png' ? 'png' : 'jpeg'
  const name = `photo.${known}`
  return { kind: 'download', name, type: mediaTypes[known], body, shown: true }
}

/** Never public: a picture shows who somebody is in ways that two readers may miss. */
async function showPhoto(log: Log, request: PageRequest): Promise<PageReply> {
  const { story = '', photo = '' } = request.params
  const seen = await seeStory(log, lookerOf(request), story)
  if (seen === null || !seesPhotos(seen)) return unknownStory()
  const found = seen.story.told?.photos?.find(({ digest }) => digest === photo)
  const body = found === undefined ? null : await log.files.read(seen.ref.owner, found.digest)
  if (body === null || found === undefined) return unknownStory()
  await noteLook(log, request, seen)
  return picture(found.type, body)
}

/** Also where the words are public: the photo is not. */
async function noteLook(log: Log, { visitor }: PageRequest, seen: SeenStory): Promise<void> {
  const { isAuthor, isModerator, answersFor, ref } = seen
  if (isAuthor || visitor.kind !== 'person') return
  const as = isModerator ? 'moderator' : 'service'
  await noteOpened(log, ref, visitor.person, as, isModerator ? null : answersFor)
}

const keyOf = (request: PageRequest) => ({ owner: request.draftOwner, journey })

async function show(log: Log, request: PageRequest, entry: FormEntry): Promise<PageReply> {
  const draft = (await draftStore(log.db, log.clock).load(keyOf(request))) ?? {}
  const photos = photosIn(draft)
  const full = photos.length >= photosAtMost.value
  const wrong = Object.keys(entry.errors).length > 0
  const main = (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {photos.map(({ digest, says }, place) => (
        <Card key={digest} heading={says} level={2} soft>
          <img className="cp-photo" src={`${at}/${digest}`} alt={says} />
          <PageForm action={at}>
            <input type="hidden" name="remove" value={digest} />
            <Button kind="secondary">{say.remove(place + 1)}</Button>
          </PageForm>
        </Card>
      ))}
      {!full && (
        <PageForm action={at} files>
          <FileInput
            name="file"
            label={say.file}
            hint={say.fileHint}
            accept="image/jpeg,image/png"
            entry={entry}
          />
          <TextInput name="shows" label={say.shows} hint={say.showsHint} entry={entry} />
          <Button kind="secondary">{say.add}</Button>
        </PageForm>
      )}
      {full && <p>{say.enough}</p>}
      <PageForm action={at}>
        <Button name="go" value="on">
          {photos.length === 0 ? say.without : say.goOn}
        </Button>
      </PageForm>
    </>
  )
  const page = { kind: 'page', title: say.title, main, here: '/have-a-say' } as const
  return { ...page, ...(wrong ? { status: 422 } : {}), back: { href: '/tell/better' } }
}

async function change(log: Log, request: PageRequest): Promise<PageReply> {
  const drafts = draftStore(log.db, log.clock)
  const key = keyOf(request)
  const draft = (await drafts.load(key)) ?? {}
  const photos = photosIn(draft)
  const typed = (name: string) => typedAt(request.form, name)[0]?.trim() ?? ''
  const keep = (list: readonly ChosenPhoto[], answered: readonly string[]) =>
    drafts.save(key, {
      ...draft,
      photos: list.map(({ digest, says }) => `${digest}|${says}`),
      '~answered': [...new Set([...typedAt(draft, '~answered'), ...answered])],
    })
  const remove = typed('remove')
  if (remove !== '') {
    await dropPhoto(log, key.owner, remove)
    await keep(
      photos.filter(({ digest }) => digest !== remove),
      [],
    )
    return { kind: 'redirect', to: at }
  }
  if (typed('go') === 'on') {
    await keep(photos, ['photos'])
    return { kind: 'redirect', to: '/tell' }
  }
  const refused = await add(log, request, photos, typed('shows').slice(0, LONGEST), keep)
  if (refused === null) return { kind: 'redirect', to: at }
  return show(log, request, refusedEntry(request.form, refused, 'file'))
}

async function add(
  log: Log,
  request: PageRequest,
  photos: readonly ChosenPhoto[],
  says: string,
  keep: (list: readonly ChosenPhoto[], answered: readonly string[]) => Promise<void>,
): Promise<Refusal | null> {
  const [sent] = request.files.filter(({ bytes }) => bytes.length > 0)
  if (sent === undefined) return refuse(refusals.fileMissing, {}, 'file').refusal
  if (says === '') return refuse(refusals.fileWithoutWords, {}, 'shows').refusal
  if (photos.length >= photosAtMost.value) return refuse(refusals.filesTooMany, {}, 'file').refusal
  const taken = takeFile(sent.bytes, ['jpeg', 'png'], 'file')
  if (!taken.ok) return taken.refusal
  const { bytes, type } = taken.value
  const digest = sha256(bytes)
  await keepPhoto(log, request.draftOwner, { digest, type, bytes })
  await keep([...photos.filter((one) => one.digest !== digest), { digest, says }], [])
  return null
}
