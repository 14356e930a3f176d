// The decision aids there are: what each is about, its version, and whether it was withdrawn.
import { dayIn, LONDON } from '../../../basics/index.ts'
import {
  Card,
  CardGrid,
  EmptyState,
  formatDay,
  type Language,
  PageHeading,
  Tag,
} from '../../../web/index.ts'
import type { ListedAid } from '../../store/aid-rows.ts'
import { aidWords } from '../../words/aid-words.ts'

export function ListPage(props: {
  readonly aids: readonly ListedAid[]
  readonly language: Language
}) {
  const { aids, language } = props
  const say = aidWords.in(language)
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p className="cp-reading-width">{say.noTrace}</p>
      {aids.length === 0 && <EmptyState says={say.none} />}
      <CardGrid>
        {aids.map(({ aid, title, version, publishedAt, withdrawnAt }) => (
          <Card
            key={aid}
            heading={title}
            href={`/aids/${aid}`}
            state={withdrawnAt === null ? undefined : <Tag colour="orange">{say.withdrawnTag}</Tag>}
          >
            <p className="cp-small">
              {say.version(version, formatDay(dayIn(LONDON, publishedAt), language))}
            </p>
          </Card>
        ))}
      </CardGrid>
    </>
  )
}
