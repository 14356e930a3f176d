// A person's requests for correction: late ones first, then those that wait, then the others.

import { Disagreements } from '../../sharing/index.ts'
import { Card, EmptyState, formatDayOf, PageHeading } from '../../web/index.ts'
import { isOverdue } from '../domain/correction.ts'
import type { ListedCorrection } from '../store/corrections.ts'
import { ownDetailsWords } from '../words/own-details-words.ts'
import { CorrectionState, type Names, nameFor, type Telling } from './correction-parts.tsx'

type ListProps = Telling & { readonly list: readonly ListedCorrection[]; readonly names: Names }

export function CorrectionsPage(props: ListProps) {
  const { list, say, now, language } = props
  const words = say.list
  const open = list.filter(({ ended }) => ended === null)
  const parts = [
    [words.overdue, open.filter(({ due }) => isOverdue(due, now))],
    [words.open, open.filter(({ due }) => !isOverdue(due, now))],
    [words.ended, list.filter(({ ended }) => ended !== null)],
  ] as const
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      {list.length === 0 && (
        <EmptyState says={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      )}
      <p>
        <a href="/me/put-right">{ownDetailsWords.in(language).ask}</a>
      </p>
      {parts.map(
        ([heading, some]) =>
          some.length > 0 && (
            <section key={heading} aria-label={heading}>
              <h2>{heading}</h2>
              <CorrectionCards {...props} list={some} />
            </section>
          ),
      )}
    </>
  )
}

/** Requests as cards: what about, how each stands, and whom it was asked of. */
export function CorrectionCards({ list, names, ...telling }: ListProps) {
  const { say, language } = telling
  return list.map((one) => (
    <Card
      key={one.request}
      heading={one.title}
      level={3}
      href={`/record/corrections/${one.request}`}
      state={<CorrectionState {...telling} {...one} />}
    >
      <Disagreements statements={one.disagreements} />
      <p className="cp-small">
        {say.list.to(nameFor(names, one.holder))}{' '}
        {say.list.asked(formatDayOf(one.askedAt, language))}
      </p>
    </Card>
  ))
}
