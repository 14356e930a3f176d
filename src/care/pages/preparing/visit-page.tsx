// Visits: the list, and one with both agendas beside each other and its questions.
import type { ReactNode } from 'react'
import type { Day } from '../../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  CardGrid,
  EmptyState,
  formatDueDay,
  type Language,
  PageForm,
  PageHeading,
  PromiseState,
  Tag,
} from '../../../web/index.ts'
import type { Kept } from '../../actions/see-kept.ts'
import { type Asked, openQuestions, questionsOf, type Visit } from '../../domain/preparing/visit.ts'
import type { PreparingWords } from '../../words/preparing-words.ts'
import { Lines } from '../lines.tsx'

type Said = { readonly say: PreparingWords; readonly language: Language }

export function VisitsPage(
  props: Said & {
    readonly visits: readonly Kept<Visit>[]
    readonly waiting: readonly Asked[]
    readonly name: string | null
    readonly base: string
  },
) {
  const { visits, waiting, name, base, say } = props
  const ahead = visits.filter(({ state }) => state.heldAt === null)
  const past = visits.filter(({ state }) => state.heldAt !== null)
  const list = (heading: string, some: readonly Kept<Visit>[]) =>
    some.length > 0 && (
      <section>
        <h2>{heading}</h2>
        {some.map((kept) => (
          <VisitCard key={kept.row.id} {...props} kept={kept} />
        ))}
      </section>
    )
  return (
    <>
      <PageHeading lead={name === null ? say.lead : say.leadOf}>
        {name === null ? say.title : say.titleOf(name)}
      </PageHeading>
      {name !== null && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      {name === null && <ButtonLink href={`${base}/visits/add`}>{say.add}</ButtonLink>}
      {visits.length === 0 && (
        <EmptyState says={say.none}>{name === null && <p>{say.noneNext}</p>}</EmptyState>
      )}
      {list(say.ahead, ahead)}
      {waiting.length > 0 && (
        <section>
          <h2>{say.waiting}</h2>
          <ul>
            {waiting.map(({ question, says }) => (
              <li key={question}>{says}</li>
            ))}
          </ul>
          <p className="cp-small">{say.waitingNote}</p>
        </section>
      )}
      {list(say.past, past)}
    </>
  )
}

function VisitCard(props: Said & { readonly kept: Kept<Visit>; readonly base: string }) {
  const { kept, base, say, language } = props
  const { foreseen, prepared, heldAt } = kept.state
  if (foreseen === null) return null
  const open = heldAt === null ? 0 : openQuestions(kept.state).length
  return (
    <Card
      heading={say.visitWith(foreseen.withWhom)}
      href={`${base}/visits/${kept.row.id}`}
      level={3}
      {...(heldAt === null ? {} : { state: <Tag>{say.isOver}</Tag> })}
    >
      <p>{say.on(formatDueDay(foreseen.day, language))}</p>
      {heldAt === null && (
        <p className="cp-small">{prepared === null ? say.notPrepared : say.prepared}</p>
      )}
      {open > 0 && <p className="cp-small">{say.leftOpen(open)}</p>}
    </Card>
  )
}

export function VisitPage(
  props: Said & {
    readonly kept: Kept<Visit>
    readonly name: string | null
    readonly base: string
    /** Whether whoever looks may write here. */
    readonly mayWrite: boolean
    readonly today: Day
    /** The form in which a professional writes their side. */
    readonly points: ReactNode
  },
) {
  const { kept, name, base, mayWrite, points, say, language } = props
  const { foreseen, heldAt } = kept.state
  if (foreseen === null) return null
  const at = `${base}/visits/${kept.row.id}`
  const own = name === null
  return (
    <>
      <PageHeading about={say.on(formatDueDay(foreseen.day, language))}>
        {say.visitWith(foreseen.withWhom)}
      </PageHeading>
      <p>
        <Tag>{heldAt === null ? say.isAhead : say.isOver}</Tag>
      </p>
      {!own && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      <CardGrid>
        <PersonsSide {...props} at={at} />
        <TheirSide {...props} />
      </CardGrid>
      <h2>{own ? say.questions : say.questionsOf(name)}</h2>
      <Questions {...props} at={at} />
      {!own && mayWrite && heldAt === null && points}
      {own && heldAt === null && (
        <>
          <PageForm action={`${at}/held`}>
            <p className="cp-small">{say.tookHint}</p>
            <Button kind="secondary">{say.took}</Button>
          </PageForm>
          <p>
            <a href={`/share/new?item=${kept.row.id}`}>{say.share}</a>
          </p>
        </>
      )}
    </>
  )
}

type SideProps = Said & { readonly kept: Kept<Visit>; readonly name: string | null }

function PersonsSide({ kept, name, say, at }: SideProps & { readonly at: string }) {
  const { prepared, heldAt } = kept.state
  const own = name === null
  return (
    <Card heading={own ? say.mine : say.personsSide(name)} level={2} soft>
      {prepared === null && <p>{say.nothingYet}</p>}
      {prepared !== null && prepared.matters !== '' && (
        <>
          <h3>{say.matters}</h3>
          <Lines text={prepared.matters} />
        </>
      )}
      {prepared !== null && prepared.worries !== '' && (
        <>
          <h3>{say.worries}</h3>
          <Lines text={prepared.worries} />
        </>
      )}
      {own && heldAt === null && (
        <ButtonLink href={`${at}/prepare`}>
          {prepared === null ? say.prepare : say.prepareAgain}
        </ButtonLink>
      )}
    </Card>
  )
}

function TheirSide({ kept, name, say }: SideProps) {
  const { points } = kept.state
  return (
    <Card heading={name === null ? say.theirs : say.yourSide} level={2} soft>
      {points.length === 0 && <p>{say.theirsNone}</p>}
      {points.map(({ says, shownAs }) => (
        <div key={shownAs}>
          <h3>{shownAs}</h3>
          <Lines text={says} />
        </div>
      ))}
    </Card>
  )
}

function Questions(props: SideProps & { readonly at: string; readonly mayWrite: boolean }) {
  const { kept, at, mayWrite, say } = props
  const { answers, foreseen, heldAt } = kept.state
  const all = questionsOf(kept.state)
  if (all.length === 0) return <p>{say.noQuestions}</p>
  return (
    <ol className="cp-questions">
      {all.map(({ question, says }, place) => {
        const answer = answers.get(question)
        return (
          <li key={question}>
            <p>
              <b>{says}</b>
              {place < (foreseen?.carried.length ?? 0) && (
                <span className="cp-small"> {say.carriedOver}</span>
              )}
            </p>
            {answer === undefined ? (
              <p>
                <PromiseState
                  standing="waiting"
                  says={heldAt === null ? say.openQuestion : say.carriesOn}
                />
              </p>
            ) : (
              <>
                <Lines text={answer.says} />
                <p className="cp-small">{say.answeredBy(answer.shownAs)}</p>
              </>
            )}
            {answer === undefined && mayWrite && (
              <p>
                <a href={`${at}/answer/${question}`}>
                  {say.answer}
                  <span className="nhsuk-u-visually-hidden"> ({says})</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
