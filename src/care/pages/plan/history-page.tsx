// How a plan came to be: its versions, what changed between two, and where people differed.
import type { Day } from '../../../basics/index.ts'
import {
  Button,
  Card,
  formatDay,
  formatDayOf,
  formatList,
  freshEntry,
  type Language,
  PageHeading,
  Pagination,
  SearchForm,
  Select,
} from '../../../web/index.ts'
import { headingOf } from '../../domain/plan/headings.ts'
import type { Plan, Proposal } from '../../domain/plan/plan.ts'
import type { Values } from '../../domain/plan/values.ts'
import { compareVersions, disagreementsOf, versionsOf } from '../../domain/plan/versions.ts'
import type { PlanWords } from '../../words/plan-words.ts'
import { questionOf } from './part-form.ts'
import { ChangeView, nameOfPart, ValueView } from './values-view.tsx'

type Props = { readonly plan: Plan; readonly base: string; readonly say: PlanWords }

const VERSIONS_A_PAGE = 20

export function VersionsPage(
  props: Props & { readonly page: number; readonly language: Language },
) {
  const { plan, base, page, language, say } = props
  const versions = versionsOf(plan)
  const before = (page - 1) * VERSIONS_A_PAGE
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
      {versions.slice(before, before + VERSIONS_A_PAGE).map(({ number, at, by, changes }) => (
        <Card key={number} heading={say.version(number)} level={2}>
          <p className="cp-small">
            {say.versionBy(formatList(by, language), formatDayOf(at, language))}
          </p>
          <ul>
            {changes.map((one) => (
              <li key={one.proposal}>
                <ChangeLine change={one} language={language} say={say} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <Pagination
        page={page}
        of={Math.ceil(versions.length / VERSIONS_A_PAGE)}
        href={(other) => `${base}/versions?page=${other}`}
      />
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

/** What one change was about, in a line. */
function ChangeLine(props: {
  readonly change: Proposal
  readonly language: Language
  readonly say: PlanWords
}) {
  const { change, language, say } = props
  const { kind, was, set, remove } = change
  const heading = remove ? say.remove : say.sections[kind]
  const values = { ...was, ...set } as Values
  if (kind !== 'terms') return `${heading}: ${nameOfPart({ kind, values }, say)}`
  const review = values.review
  if (typeof review !== 'string') return heading
  return `${heading}: ${say.review.dueOn(formatDay(review as Day, language))}`
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
              if (heading === null || code === 'considered') return null
              return (
                <div key={code}>
                  <dt>{questionOf(say, part.kind, code)}</dt>
                  {what !== 'added' && (
                    <dd>
                      <b>{say.was}: </b>
                      <ValueView heading={heading} value={before} say={say} />
                    </dd>
                  )}
                  {what !== 'taken-out' && (
                    <dd>
                      {what === 'changed' && <b>{say.is}: </b>}
                      <ValueView heading={heading} value={after} say={say} />
                    </dd>
                  )}
                </div>
              )
            })}
          </dl>
        </Card>
      ))}
    </>
  )
}
