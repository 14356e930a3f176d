// What a recipient sees: the same for the preview, to the byte.
import { Card, DayText, EmptyState, PageHeading, Pagination } from '../../web/index.ts'
import type { ItemSource, SharedItem } from '../actions/item-source.ts'
import type { Shared } from '../actions/see-shared.ts'
import { type Purpose, purposeNamed } from '../domain/purposes.ts'
import type { ShareWords } from '../words/share-words.ts'
import { Disagreements } from './disagreements.tsx'
import { codeName } from './page-parts.ts'

export type SharedViewProps = {
  readonly shared: Shared
  readonly sources: readonly ItemSource[]
  /** Whose it is. */
  readonly name: string
  readonly purpose: Purpose
  readonly say: ShareWords
}

/** The whole of a recipient's page. */
export function SharedPage(props: SharedViewProps) {
  const { name, say, purpose, shared } = props
  return (
    <>
      <PageHeading
        about={say.seen.by(name)}
        lead={say.seen.purpose(purposeNamed(purpose)?.says ?? purpose)}
      >
        {say.seen.title(name)}
      </PageHeading>
      <SharedItems {...props} />
      <Pagination page={shared.page} of={shared.pages} href={(page) => `?page=${page}`} />
    </>
  )
}

/** What is shared itself, and the sentence that every recipient sees. */
export function SharedItems({ shared, sources, say }: SharedViewProps) {
  const filled = shared.sections.filter(({ items }) => items.length > 0)
  return (
    <div className="cp-shared">
      <p>
        <b>{say.seen.notAll}</b>
      </p>
      {filled.length === 0 && <EmptyState says={say.seen.none} />}
      {filled.map(({ name, items }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {items.map((item) => (
            <ItemCard key={item.id} item={item} kind={codeName(sources, 'kinds', item.kind)} />
          ))}
        </section>
      ))}
    </div>
  )
}

export function ItemCard({ item, kind }: { readonly item: SharedItem; readonly kind: string }) {
  return (
    <Card heading={item.title} level={3}>
      {item.says !== null && <p className="cp-as-written">{item.says}</p>}
      <Disagreements statements={item.disagreements} />
      <p className="cp-small">
        {kind}, <DayText day={item.at} />. {item.from}
      </p>
    </Card>
  )
}
