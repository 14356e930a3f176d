// One request for a correction, as the person sees it: its clock, its answer, what they can do.
import type { Day } from '../../basics/index.ts'
import { Disagreements } from '../../sharing/index.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  type FormEntry,
  formatDueDay,
  Inset,
  NotificationBanner,
  PageForm,
  PageHeading,
  SummaryList,
  Textarea,
} from '../../web/index.ts'
import type { SeenCorrection } from '../actions/see-corrections.ts'
import { isOpen, isOverdue } from '../domain/correction.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'
import {
  CorrectionState,
  CorrectionThread,
  type Names,
  nameFor,
  type Telling,
} from './correction-parts.tsx'

import { IfYouDisagree } from './own-details-page.tsx'

export type CorrectionPageProps = Telling & {
  readonly seen: SeenCorrection
  readonly names: Names
  readonly entry: FormEntry
  readonly justSent: boolean
}

export function CorrectionPage(props: CorrectionPageProps) {
  const { seen, say, language, now } = props
  const { correction, listed } = seen
  const { asked, answer } = correction
  if (asked === null) return null
  const words = say.one
  const holder = nameFor(props.names, correction.holder)
  const due = asked.due as Day
  const ended = answer?.outcome ?? (correction.withdrawn ? 'withdrawn' : null)
  return (
    <>
      <ErrorSummary entry={props.entry} />
      <PageHeading about={words.title}>{listed.title}</PageHeading>
      {props.justSent && (
        <NotificationBanner success>
          <p>
            <b>{words.sent}</b> {words.sentNext(holder, formatDueDay(due, language))}
          </p>
        </NotificationBanner>
      )}
      <p>
        <CorrectionState {...props} due={due} ended={ended} />
      </p>
      <Disagreements statements={listed.disagreements} />
      {ended === null && isOverdue(due, now) && (
        <Inset>
          <h2>{words.lateNext}</h2>
          <p>{words.lateHelp}</p>
        </Inset>
      )}
      <About {...props} holder={holder} />
      <h2>{words.history}</h2>
      <CorrectionThread {...props} correction={correction} />
      <Doors {...props} />
    </>
  )
}

function About({ seen, say, language, holder }: CorrectionPageProps & { readonly holder: string }) {
  const { asked, answer } = seen.correction
  if (asked === null) return null
  const words = say.one
  const newer = answer?.newer ?? null
  const links =
    seen.details !== null ? (
      <a href="/me">{ownDetailsWords.in(language).seeMine}</a>
    ) : (
      <>
        <a href={`/record/entry/${asked.entry}`}>{words.seeEntry}</a>
        {newer !== null && (
          <>
            <br />
            <a href={`/record/entry/${newer}`}>{words.seeNewer}</a>
          </>
        )}
      </>
    )
  const { says, source } = asked.source
  return (
    <SummaryList
      rows={[
        {
          name: seen.details === null ? words.entry : ownDetailsWords.in(language).mine,
          value: links,
        },
        { name: words.wrong, value: asked.wrong },
        { name: words.right, value: asked.right },
        { name: words.evidence, value: asked.evidence ?? words.noEvidence },
        { name: words.holder, value: holder },
        { name: words.due, value: formatDueDay(asked.due as Day, language) },
        { name: words.rule, value: `${says}. ${source}` },
      ]}
    />
  )
}

/** What the person can do now. */
function Doors({ seen, say, entry, language }: CorrectionPageProps) {
  const words = say.one
  const { correction, request } = seen
  const at = `/record/corrections/${request}`
  if (isOpen(correction)) {
    return (
      <>
        <h2>{words.more}</h2>
        <PageForm action={`${at}/more`}>
          <Textarea name="more" label={words.moreLabel} entry={entry} rows={3} />
          <Button kind="secondary">{words.moreButton}</Button>
        </PageForm>
        <h2>{words.takeBack}</h2>
        <p>{words.takeBackHint}</p>
        <PageForm action={`${at}/take-back`}>
          <Button kind="secondary">{words.takeBack}</Button>
        </PageForm>
      </>
    )
  }
  const outcome = correction.answer?.outcome
  if (seen.details !== null) {
    return (
      <>
        {outcome === 'declined' && <IfYouDisagree language={language} />}
        <AskAgain words={words} href="/me/put-right" />
      </>
    )
  }
  const said = seen.entry.disagreements.some((one) => one.request === request)
  const may = (outcome === 'declined' || outcome === 'annotated') && !said
  return (
    <>
      {may && (
        <>
          <h2>{words.disagree}</h2>
          <p>{words.disagreeHint}</p>
          <PageForm action={`${at}/disagree`}>
            <Textarea name="says" label={words.disagreeLabel} entry={entry} rows={4} />
            <Button>{words.disagreeButton}</Button>
          </PageForm>
        </>
      )}
      <AskAgain words={words} href={`/record/entry/${seen.listed.id}/correct`} />
    </>
  )
}

function AskAgain({
  words,
  href,
}: {
  readonly words: Telling['say']['one']
  readonly href: string
}) {
  return (
    <>
      <h2>{words.again}</h2>
      <p>{words.againHint}</p>
      <ButtonLink kind="secondary" href={href}>
        {words.again}
      </ButtonLink>
    </>
  )
}
