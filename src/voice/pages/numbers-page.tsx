// How the public numbers are made: one paragraph for each, and the moderators' own waiting time.
import { Inset, type Language, PageHeading } from '../../web/index.ts'
import type { QueueTimes } from '../store/work-lists.ts'
import { publicWords } from '../words/words.ts'

const parts = ['stories', 'answered', 'first', 'promises', 'concerns', 'queue'] as const

export function NumbersPage(props: {
  readonly times: QueueTimes
  readonly language: Language
  /** Where somebody came from: the evidence of one service. */
  readonly evidence: string | null
}) {
  const { times, language, evidence } = props
  const say = publicWords.in(language)
  const { how } = say
  return (
    <>
      <PageHeading lead={how.exact}>{say.howTitle}</PageHeading>
      {parts.map((part) => (
        <section key={part} id={part}>
          <h2>{how.headings[part]}</h2>
          <p>{part === 'queue' ? how.queue(times.waiting, times.medianHours) : how[part]}</p>
        </section>
      ))}
      <Inset>{how.notRates}</Inset>
      <h2>{say.check}</h2>
      <p>{how.check}</p>
      {evidence !== null && (
        <p>
          <a href={evidence}>{say.evidence}</a>
        </p>
      )}
      <p>
        <a href="/check">{say.checkMore}</a>
      </p>
    </>
  )
}
