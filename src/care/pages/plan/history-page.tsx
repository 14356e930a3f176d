// How a plan came to be: its versions, what changed between two, and where people differed.
import {
  Button,
  Card,
  formatDayOf,
  formatList,
  freshEntry,
  type Language,
  PageHeading,
  SearchForm,
  Select,
} from '../../../web/index.ts'
import { headingOf } from '../../domain/plan/headings.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { compareVersions, disagreementsOf, versionsOf } from '../../domain/plan/versions.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { questionOf } from './part-form.ts'
import { ChangeView, nameOfPart, ValueView } from './values-view.tsx'

type Props = { readonly plan: Plan; readonly base: string; readonly say: PlanWords }

export function VersionsPage({ plan, base, language, say }: Props & { language: Language }) {
  const versions = versionsOf(plan)
  const declined = disagreementsOf(plan)
  const choices = [
    ...versions.map(({ number, at }) => ({
      value: String(number),
      text: `${say.version(number)}, ${formatDayOf(at, language)}`,
    })),
    { value: '0', text: say.beforeAll },
  ]
  const [newest = '0', earlier = '0'] = choices.map(({ value }) => value)
  return (
    <>
      <PageHeading lead={say.versionsLead}>{say.versionsTitle}</PageHeading>
      {versions.length === 0 && <p>{say.notAgreed}</p>}
      {versions.length > 0 && (
        <SearchForm action={`${base}/versions/compare`}>
          <Select
            name="from"
            label={say.compareFrom}
            entry={freshEntry({ from: earlier })}
            choices={choices}
          />
          <Select
            name="to"
            label={say.compareTo}
            entry={freshEntry({ to: newest })}
            choices={choices}
          />
          <Button kind="secondary">{say.compare}</Button>
        </SearchForm>
      )}
      {versions.map(({ number, at, by, changes }) => (
        <Card key={number} heading={say.version(number)} level={2}>
          <p className="cp-small">
            {say.agreedBy(formatList(by, language), formatDayOf(at, language))}
          </p>
          <ul>
            {changes.map((one) => (
              <li key={one.proposal}>
                {one.remove ? say.remove : say.sections[one.kind]}
                {': '}
                {nameOfPart({ kind: one.kind, values: { ...one.was, ...one.set } as never }, say)}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <h2>{say.declinedTitle}</h2>
      {declined.length === 0 && <p>{say.declinedNone}</p>}
      {declined.map((one) => (
        <Card key={one.proposal} heading={say.sections[one.kind]} level={3}>
          <ChangeView change={one} part={null} say={say} />
          <p className="cp-small">{say.proposedBy(one.shownAs, formatDayOf(one.at, language))}</p>
          <blockquote>
            <p>{one.ended?.says}</p>
          </blockquote>
          <p className="cp-small">
            {one.ended !== null &&
              say.declinedBy(one.ended.shownAs, formatDayOf(one.ended.at, language))}
          </p>
        </Card>
      ))}
    </>
  )
}

export function ComparePage({ plan, from, to, say }: Props & { from: number; to: number }) {
  const differing = compareVersions(plan, from, to)
  const whats = { added: say.adds, changed: say.change, 'taken-out': say.remove }
  return (
    <>
      <PageHeading lead={say.compareLead(differing.length)}>
        {say.compareTitle(from, to)}
      </PageHeading>
      {differing.map(({ part, what, values }) => (
        <Card key={part.id} heading={`${whats[what]}: ${nameOfPart(part, say)}`} level={2}>
          <p className="cp-small">{say.sections[part.kind]}</p>
          <dl className="cp-change">
            {values.map(({ code, before, after }) => {
              const heading = headingOf(part.kind, code)
              if (heading === null) return null
              return (
                <div key={code}>
                  <dt>{questionOf(say, part.kind, code)}</dt>
                  <dd>
                    <b>{say.was}: </b>
                    <ValueView heading={heading} value={before} say={say} />
                  </dd>
                  <dd>
                    <b>{say.is}: </b>
                    <ValueView heading={heading} value={after} say={say} />
                  </dd>
                </div>
              )
            })}
          </dl>
        </Card>
      ))}
    </>
  )
}
