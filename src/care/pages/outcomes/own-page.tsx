// Something that somebody wants: where they are, over time, and what each level means.
import {
  Button,
  ButtonLink,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  type FormEntry,
  formatDay,
  freshEntry,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  PrintButton,
  Radios,
  Table,
  Textarea,
  TrendChart,
  UrgentHelp,
} from '../../../web/index.ts'
import { LEVELS, latestOf, meaningOf } from '../../domain/outcomes/outcomes.ts'
import type { SeenOutcome } from '../../store/outcome-reads.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { ScaleShown } from './naming-view.tsx'
import { LevelTag } from './overview-page.tsx'
import type { OutcomesPlace } from './place.ts'

export type OutcomeProps = {
  readonly seen: SeenOutcome
  readonly at: OutcomesPlace
  readonly entry: FormEntry
  readonly language: Language
}

export function OutcomePage(props: OutcomeProps) {
  const { seen, at, entry, language } = props
  const all = outcomesWords.in(language)
  const say = all.own
  const own = at.name === null
  const latest = latestOf(seen)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading {...(own ? {} : { about: at.name })}>{seen.says}</PageHeading>
      {!own && <Inset>{all.notAll}</Inset>}
      {seen.closed && <Inset>{say.stopped}</Inset>}
      <p>
        <LevelTag level={latest?.level ?? null} language={language} />
      </p>
      {latest !== null && (
        <p>
          <b>{meaningOf(seen, latest.level)}</b>
        </p>
      )}
      {own && !seen.closed && <SayWhere {...props} />}
      <OverTime {...props} />
      <h2>{say.scale}</h2>
      <ScaleShown levels={seen.levels} />
      <p>{`${say.matters}: ${seen.importance}`}</p>
      {seen.template !== null && (
        <p>
          <a href={`/ideas/${seen.template}`}>{say.grewFrom}</a>
        </p>
      )}
      {own && <WhatElse {...props} />}
      <PrintButton />
    </>
  )
}

function SayWhere({ seen, entry, language }: OutcomeProps) {
  const all = outcomesWords.in(language)
  const say = all.own
  const levels = all.levels
  return (
    <>
      <h2>{say.say}</h2>
      <PageForm action={`/outcomes/own/${seen.id}`}>
        <Radios
          name="level"
          label={say.level}
          entry={entry}
          choices={LEVELS.toReversed().map((level) => ({
            value: String(level),
            text: meaningOf(seen, level),
            hint: levels[String(level) as '0'],
          }))}
        />
        <DateInput name="on" label={say.day} entry={entry} />
        <Textarea name="note" label={say.note} entry={entry} rows={2} />
        <Button>{say.save}</Button>
      </PageForm>
      <UrgentHelp />
    </>
  )
}

function OverTime({ seen, language }: OutcomeProps) {
  const all = outcomesWords.in(language)
  const say = all.own
  const inOrder = seen.reached.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const last = inOrder.at(-1)
  if (last === undefined) return null
  return (
    <>
      <h2>{say.over}</h2>
      <TrendChart
        id="outcome"
        title={say.chart(seen.says)}
        says={say.chartSays(inOrder.length, meaningOf(seen, last.level))}
        series={[
          {
            name: say.asHoped,
            points: inOrder.map(({ on, level }) => ({ day: on, value: level })),
          },
        ]}
        bands={[]}
        bandName=""
        boundNames={{ less: '', more: '' }}
      />
      <Table
        caption={say.over}
        captionHeard
        columns={[{ heading: say.when }, { heading: say.words }, { heading: say.noteHead }]}
        rows={inOrder.toReversed().map(({ on, level, note }, place) => ({
          key: `${on} ${place}`,
          cells: [
            formatDay(on, language),
            `${meaningOf(seen, level)} (${all.levels[String(level) as '0']})`,
            note,
          ],
        }))}
      />
    </>
  )
}

function WhatElse({ seen, language }: OutcomeProps) {
  const say = outcomesWords.in(language).own
  return (
    <>
      <h2>{say.share}</h2>
      <p>{say.shareSays}</p>
      <p>
        <ButtonLink href="/share" kind="secondary">
          {say.shareLink}
        </ButtonLink>
      </p>
      {!seen.closed && (
        <>
          <Details summary={say.publish}>
            <p>{say.publishSays}</p>
            <p>{say.publishWarn}</p>
            <PageForm action={`/outcomes/own/${seen.id}/publish`}>
              <Checkboxes
                name="signed"
                label={say.publish}
                entry={freshEntry()}
                choices={[{ value: 'yes', text: say.signed }]}
              />
              <Button kind="secondary">{say.publishButton}</Button>
            </PageForm>
          </Details>
          <Details summary={say.stop}>
            <p>{say.stopSays}</p>
            <PageForm action={`/outcomes/own/${seen.id}/stop`}>
              <Button kind="secondary">{say.stop}</Button>
            </PageForm>
          </Details>
        </>
      )}
    </>
  )
}
