// Published ideas as anybody reads them: words, the line they come from, and what grew from them.
import type { Id } from '../../../basics/index.ts'
import {
  Button,
  Card,
  EmptyState,
  Inset,
  type Language,
  PageForm,
  PageHeading,
} from '../../../web/index.ts'
import type { Idea, PublishedIdea } from '../../domain/outcomes/idea.ts'
import type { ListedIdea } from '../../store/ideas.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'
import { ScaleShown } from './naming-view.tsx'

/** Null words where it was taken back. */
export type Ancestor = { readonly id: Id; readonly says: string | null }

export function IdeaList(props: {
  readonly list: readonly ListedIdea[]
  readonly older: string | null
  readonly language: Language
}) {
  const { list, older, language } = props
  const say = outcomesWords.in(language).ideas
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      {list.length === 0 && <EmptyState says={say.none} />}
      {list.map(({ id, says, signed }) => (
        <Card key={id} heading={says} href={`/ideas/${id}`} level={2}>
          <p className="cp-small">{signed === null ? say.unsigned : say.signed(signed)}</p>
        </Card>
      ))}
      {older !== null && (
        <p>
          <a href={older}>{say.more}</a>
        </p>
      )}
    </>
  )
}

export function IdeaPage(props: {
  readonly idea: Omit<Idea, 'published'> & { readonly id: Id; readonly published: PublishedIdea }
  readonly line: readonly Ancestor[]
  readonly grown: readonly ListedIdea[]
  readonly mine: boolean
  readonly signedIn: boolean
  readonly language: Language
}) {
  const { idea, line, grown, mine, signedIn, language } = props
  const say = outcomesWords.in(language).ideas
  const { published, withdrawn, id } = idea
  return (
    <>
      <PageHeading>{withdrawn ? say.gone : published.says}</PageHeading>
      {withdrawn ? (
        <Inset>{say.takenBack}</Inset>
      ) : (
        <>
          <p className="cp-small">
            {published.signed === null ? say.unsigned : say.signed(published.signed)}
          </p>
          <ScaleShown levels={published.levels} />
          {signedIn ? (
            <PageForm action={`/ideas/${id}/use`}>
              <Button>{say.use}</Button>
            </PageForm>
          ) : (
            <p>
              <a href="/sign-in">{say.signIn}</a>
            </p>
          )}
          <p>{say.useSays}</p>
          {mine && (
            <PageForm action={`/ideas/${id}/back`}>
              <Button kind="secondary">{say.takeBack}</Button>
            </PageForm>
          )}
        </>
      )}
      <h2>{say.grew}</h2>
      {line.length === 0 && <p>{say.first}</p>}
      <ol>
        {line.map((one) => (
          <li key={one.id}>
            <a href={`/ideas/${one.id}`}>{one.says ?? say.gone}</a>
          </li>
        ))}
      </ol>
      {grown.length > 0 && <h2>{say.later}</h2>}
      <ul>
        {grown.map((one) => (
          <li key={one.id}>
            <a href={`/ideas/${one.id}`}>{one.says}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
