// The start page for somebody who is not signed in: what Coproduce is, calm and short.
import {
  ButtonLink,
  Card,
  Inset,
  PageHeading,
  PromiseState,
  Thread,
  TwoColumns,
} from '../../web/index.ts'
import type { StartWords } from '../words/start-words.ts'

export function StartPage({ words }: { readonly words: StartWords['start'] }) {
  return (
    <>
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <p>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </p>
      <TwoColumns
        side={
          <>
            <h2>{words.promisesTitle}</h2>
            <Card heading={words.kept} level={3} soft>
              <p>{words.keptMore}</p>
            </Card>
            <Card heading={words.dated} level={3} soft>
              <p>{words.datedMore}</p>
            </Card>
            <Card heading={words.yourData} level={3} soft>
              <p>{words.yourDataMore}</p>
            </Card>
            <Card heading={words.checked} level={3} soft>
              <p>{words.checkedMore}</p>
              <p>
                <a href="/check">{words.check}</a>
              </p>
            </Card>
          </>
        }
      >
        <h2>{words.threadTitle}</h2>
        <Thread
          level={3}
          steps={[
            { heading: words.said, quote: words.saidMore },
            { heading: words.answered, quote: words.answeredMore },
            {
              heading: words.promised,
              quote: words.promisedMore,
              state: <PromiseState standing="waiting" says={words.due} />,
            },
            {
              heading: words.confirmed,
              by: words.confirmedMore,
              state: <PromiseState standing="waiting" says={words.yours} />,
              standing: 'waiting',
            },
          ]}
        />
        <Inset>
          <p>{words.urgent}</p>
        </Inset>
      </TwoColumns>
    </>
  )
}
