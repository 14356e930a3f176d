// One entry: what it says, who wrote it, where it came from, and what was said of it since.
import type { PersonId } from '../../basics/index.ts'
import { Disagreements, type SeenBy, WhoSees, type Withholding } from '../../sharing/index.ts'
import {
  Button,
  ButtonLink,
  DayText,
  Details,
  ErrorSummary,
  type FormEntry,
  Inset,
  Moment,
  PageForm,
  PageHeading,
  SummaryList,
  Textarea,
  Thread,
  type ThreadStep,
  UrgentHelp,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import type { SeenEntry } from '../actions/see-record.ts'
import { type Kind, kinds } from '../domain/entry-kinds.ts'
import { glossesIn } from '../domain/glosses.ts'
import { labels } from '../domain/labels.ts'
import { correctionWords } from '../words/correction-words.ts'
import { DocumentOf } from './document-page.tsx'
import { EntryCard, type Place } from './entry-card.tsx'
import { EntryCorrections } from './entry-corrections.tsx'
import { KeptFromPerson } from './withhold-page.tsx'
import { words } from './words.ts'

export type EntryPageProps = Place & {
  readonly seen: SeenEntry
  readonly entry: FormEntry
  /** Whether the person looks at their own. */
  readonly own: boolean
  /** The person who looks at their own; else null. */
  readonly owner: PersonId | null
  /** Whether somebody else may write beside it. */
  readonly mayExplain: boolean
  /** What keeps it from the person, for those at work. */
  readonly held: Withholding | null
  /** Whether who looks may keep it from the person. */
  readonly mayWithhold: boolean
  readonly author: boolean
  readonly replaceable: boolean
  /** The names of those who can see it now; null on a page for others. */
  readonly seenBy: SeenBy | null
  /** Whether the person added it a moment ago. */
  readonly justAdded: boolean
}

export function EntryPage(props: EntryPageProps) {
  const { seen, base, language, own } = props
  const say = words.in(language)
  const { listed, entry } = seen
  const { added } = entry
  if (added === null) return null
  const glosses = glossesIn(`${listed.title} ${listed.detail}`)
  return (
    <>
      <ErrorSummary entry={props.entry} />
      <PageHeading about={kindNamed(listed.kind)}>{listed.title}</PageHeading>
      {props.justAdded && <Inset>{say.wasAdded}</Inset>}
      {props.justAdded && <UrgentHelp />}
      {!own && <Inset>{say.notAll}</Inset>}
      <Disagreements statements={listed.disagreements} />
      {listed.inError && <Inset>{listed.takenBack ? say.broughtByMistake : say.inError}.</Inset>}
      {listed.supersededBy !== null && (
        <Inset>
          {say.replaced}.{' '}
          {seen.newer !== null && <a href={`${base}/entry/${seen.newer}`}>{say.seeNewer}</a>}
        </Inset>
      )}
      <DocumentOf seen={seen} base={base} own={own} language={language} />
      {listed.detail.split('\n').map((line) => line !== '' && <p key={line}>{line}</p>)}
      <About {...props} />
      {props.seenBy !== null && <WhoSees {...props.seenBy} language={language} />}
      {glosses.length > 0 && <h2>{say.meaning}</h2>}
      {glosses.length > 0 && (
        <SummaryList rows={glosses.map(({ word, means }) => ({ name: word, value: means }))} />
      )}
      {glosses.length > 0 && (
        <p>
          <a href="/glossary">{correctionWords.in(language).glossary.link}</a>
        </p>
      )}
      <h2>{say.history}</h2>
      <Thread steps={stepsOf(props)} level={3} />
      <Alike {...props} />
      <Details summary={say.received}>
        <pre className="cp-command">{added.received}</pre>
      </Details>
      {own && (
        <ul>
          <li>
            <a href={`/share/new?item=${listed.id}`}>{say.shareOnly}</a>
          </li>
          <li>
            <a href={`/share/keep?item=${listed.id}`}>{say.keepThis}</a>
          </li>
          <li>
            <a href={`${base}/entry/${listed.id}/received`}>{say.download}</a>
          </li>
        </ul>
      )}
      {props.mayExplain && (
        <ButtonLink kind="secondary" href={`${base}/entry/${listed.id}/explain`}>
          {correctionWords.in(language).write.explain}
        </ButtonLink>
      )}
      {!own && (
        <KeptFromPerson
          held={props.held}
          may={props.mayWithhold}
          at={`${base}/entry/${listed.id}`}
          language={language}
        />
      )}
      {own && props.owner !== null && <EntryCorrections seen={seen} person={props.owner} />}
      {own && <Forms {...props} />}
    </>
  )
}

const kindNamed = (code: string): string => {
  const kind: Kind = kinds.find((one) => one === code) ?? 'other'
  return kindWords[kind]
}

function About({ seen, language }: EntryPageProps) {
  const say = words.in(language)
  const { listed } = seen
  const marks = labels.filter(({ code }) => listed.labels.includes(code)).map((one) => one.says)
  return (
    <SummaryList
      rows={[
        { name: say.about, value: listed.daySaid ? <DayText day={listed.at} /> : say.noDay },
        { name: say.wroteIt, value: listed.author },
        { name: say.cameFrom, value: listed.source },
        { name: say.addedOn, value: <Moment at={listed.addedAt} /> },
        { name: say.private, value: marks.length === 0 ? say.notPrivate : marks.join(', ') },
      ]}
    />
  )
}

function stepsOf({ seen, language }: EntryPageProps): ThreadStep[] {
  const say = words.in(language)
  const { added, marks, comings, supersededBy } = seen.entry
  if (added === null) return []
  const steps: (ThreadStep & { at: string })[] = [
    { at: added.at, heading: say.added, when: <Moment at={added.at} />, by: added.author.shownAs },
    ...marks.map(({ mark, says, shownAs, at }) => ({
      at,
      heading: mark === 'explained' ? say.explanation : say.marked,
      when: <Moment at={at} />,
      by: shownAs,
      quote: says,
    })),
  ]
  for (const { says, shownAs, at } of seen.entry.disagreements) {
    const when = <Moment at={at} />
    steps.push({ at, heading: say.disagreed, when, by: shownAs, quote: says })
  }
  for (const { what, says, shownAs, at } of comings) {
    const back = { heading: say.broughtByMistake, by: shownAs, quote: says }
    const step = what === 'taken-back' ? back : { heading: say.cameAgain }
    steps.push({ at, when: <Moment at={at} />, ...step })
  }
  if (supersededBy !== null) {
    const { at } = supersededBy
    steps.push({ at, heading: say.superseded, when: <Moment at={at} /> })
  }
  const inOrder = steps.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  // Each step of a thread has a heading of its own.
  return inOrder.map(({ at: _at, ...step }, place) => {
    const before = inOrder.slice(0, place).filter(({ heading }) => heading === step.heading).length
    return before === 0 ? step : { ...step, heading: `${step.heading} (${before + 1})` }
  })
}

function Alike({ seen, base, language }: EntryPageProps) {
  const say = words.in(language)
  if (seen.alike.length === 0) return null
  return (
    <>
      <h2>{say.sameThing}</h2>
      {seen.alike.map((one) => (
        <div key={one.id}>
          <p>
            {one.source}: {one.differences.length === 0 ? say.agrees : say.differs}.
          </p>
          {one.differences.length > 0 && (
            <ul>
              {one.differences.map(({ what, name, one: here, other }) => (
                <li key={`${what} ${name}`}>
                  {say.otherwise(
                    name ?? say.parts[what],
                    here ?? say.nothingSaid,
                    other ?? say.nothingSaid,
                  )}
                </li>
              ))}
            </ul>
          )}
          <EntryCard one={one} base={base} language={language} />
        </div>
      ))}
    </>
  )
}

function Forms({ seen, base, language, entry, author, replaceable }: EntryPageProps) {
  const say = words.in(language)
  const at = `${base}/entry/${seen.listed.id}`
  return (
    <>
      <h2>{say.explain}</h2>
      <p>{say.explainHint}</p>
      <PageForm action={`${at}/explain`}>
        <Textarea name="says" label={say.explainLabel} entry={entry} rows={3} />
        <Button kind="secondary">{say.explainButton}</Button>
      </PageForm>
      {author && !seen.listed.inError && (
        <>
          <h2>{say.mistake}</h2>
          <p>{say.mistakeHint}</p>
          <PageForm action={`${at}/mistake`}>
            <Textarea name="wrong" label={say.mistakeLabel} entry={entry} rows={3} />
            <Button kind="secondary">{say.mistakeButton}</Button>
          </PageForm>
        </>
      )}
      {replaceable && (
        <ButtonLink kind="secondary" href={`/record/add?instead=${seen.listed.id}`}>
          {say.newer}
        </ButtonLink>
      )}
    </>
  )
}
