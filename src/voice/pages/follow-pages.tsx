// The pages of following: the list, the choice of how often, and the link that stops.
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  Radios,
} from '../../web/index.ts'
import { type Becomes, filtersOf } from '../domain/follow/becomes.ts'
import type { Follow, Followed } from '../store/follows.ts'
import { followName, followWords, oftenChoices, willBeTold } from '../words/follow-words.ts'

export type NamedFollow = Follow & { readonly placeName: string | null }

export function FollowsPage(props: {
  readonly follows: readonly NamedFollow[]
  readonly language: Language
}) {
  const { follows, language } = props
  const say = followWords.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {follows.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {follows.map((one) => (
        <Card key={one.follow} heading={followName(one, language)} level={2}>
          <p>
            {say.oftenShort[one.often]}. {one.outside ? say.outside.outside : say.outside.here}.
          </p>
          <p>
            <a href={storiesOf(one)}>
              {say.see}
              <span className="nhsuk-u-visually-hidden">: {followName(one, language)}</span>
            </a>
            {' · '}
            <a href={`/follows/${one.follow}`}>
              {say.change}
              <span className="nhsuk-u-visually-hidden">: {followName(one, language)}</span>
            </a>
          </p>
          <PageForm action={`/follows/${one.follow}/stop`}>
            <Button kind="secondary">
              {say.stop}
              <span className="nhsuk-u-visually-hidden">: {followName(one, language)}</span>
            </Button>
          </PageForm>
        </Card>
      ))}
      <p>
        <ButtonLink href="/stories">{say.find}</ButtonLink>
      </p>
    </>
  )
}

/** Where the stories stand that fit what is followed. */
export function storiesOf({ typed, kind, place, becomes }: Followed): string {
  if (typed === '' && kind === null && place !== null && becomes === null) {
    return `/stories/about/${place}`
  }
  const { answered, became } = filtersOf(becomes)
  const query = followQuery({ typed, kind, place, becomes: null })
  if (answered !== null) query.set('answered', answered)
  if (became !== null) query.set('became', became)
  return `/stories?${query}`
}

/** The same as the query of an address. */
export const followQuery = ({ typed, kind, place, becomes }: Followed): URLSearchParams =>
  new URLSearchParams({
    ...(typed === '' ? {} : { words: typed }),
    ...(kind === null ? {} : { kind }),
    ...(place === null ? {} : { place }),
    ...(becomes === null ? {} : { becomes }),
  })

export type ChooseProps = {
  readonly action: string
  readonly name: string
  readonly becomes: Becomes | null
  /** What is followed, where it is not followed yet. */
  readonly followed: Followed | null
  readonly reachedOutside: boolean
  readonly entry: FormEntry
  readonly language: Language
}

export function ChoosePage(props: ChooseProps) {
  const { action, name, becomes, followed, reachedOutside, entry, language } = props
  const say = followWords.in(language)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={becomes === null ? say.addLead : say.onceLead}>
        {followed === null ? say.change : say.add}
      </PageHeading>
      <Inset>
        <p>
          <strong>{say.what}:</strong> {name}
        </p>
        {becomes !== null && (
          <p>
            <strong>{say.willHear}:</strong> {willBeTold(becomes, language)}
          </p>
        )}
      </Inset>
      {becomes !== null && <p>{say.onlyFromNow}</p>}
      <PageForm action={action}>
        {followed !== null &&
          [...followQuery(followed)].map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
        <Radios
          name="often"
          label={say.oftenLabel}
          entry={entry}
          choices={oftenChoices(language)}
        />
        <Radios
          name="outside"
          label={say.outsideLabel}
          hint={reachedOutside ? say.outsideHint : say.noWayOutside}
          entry={entry}
          choices={[
            { value: 'here', text: say.outside.here },
            { value: 'outside', text: say.outside.outside },
          ]}
        />
        {!reachedOutside && (
          <p>
            <a href="/messages/needs">{say.sayHow}</a>
          </p>
        )}
        <Button>{followed === null ? say.save : say.follow}</Button>
      </PageForm>
    </>
  )
}

export function StopPage({
  stop,
  language,
}: {
  readonly stop: string
  readonly language: Language
}) {
  const say = followWords.in(language)
  return (
    <>
      <PageHeading lead={say.stopLead}>{say.stopTitle}</PageHeading>
      <PageForm action={`/follows/stop/${stop}`}>
        <Button>{say.stopButton}</Button>
      </PageForm>
    </>
  )
}

export function StoppedPage({ language }: { readonly language: Language }) {
  const say = followWords.in(language)
  return (
    <>
      <PageHeading lead={say.stoppedLead}>{say.stopped}</PageHeading>
      <p>
        <a href="/stories">{say.goOn}</a>
      </p>
    </>
  )
}
