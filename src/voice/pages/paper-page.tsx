// The paper twin of telling: the same questions in the same order, to print and fill in by hand.
import { PageHeading, PrintButton, type Route, UrgentHelp } from '../../web/index.ts'
import { storyKindCodes } from '../domain/story-kinds.ts'
import { paperWords, tellWords } from '../words/words.ts'

const say = tellWords.in('en')
const paper = paperWords.in('en')

export const paperRoute: Route = {
  method: 'GET',
  path: '/tell/paper',
  access: 'anyone',
  says: 'The questions on paper, to print and fill in by hand',
  handle: async () => ({
    kind: 'page',
    title: paper.title,
    main: <PaperPage />,
    here: '/have-a-say',
    back: { href: '/have-a-say' },
  }),
}

function PaperPage() {
  return (
    <>
      <PageHeading lead={paper.lead}>{paper.title}</PageHeading>
      <PrintButton />
      <UrgentHelp />
      <Choose title={say.choose} choices={storyKindCodes.map((code) => say.kinds[code])} />
      <Write title={say.where} lines={2} />
      <Write title={say.happened} lines={10} />
      <Write title={say.good} lines={4} />
      <Write title={say.better} lines={4} />
      <Write title={say.storyTitle} lines={1} />
      <Choose title={say.who} choices={[paper.mine, paper.other]} />
      <Write title={`${say.relation} ${say.permission}`} lines={2} />
      <Choose title={say.mayBePublic} choices={[say.yesPublic, say.noPublic]} />
      <Choose title={paper.mayType} choices={[paper.yesType]} />
      <h2>{paper.next}</h2>
      <p>{paper.nextSays}</p>
      <Write title={paper.code} lines={1} />
    </>
  )
}

const Choose = (props: { readonly title: string; readonly choices: readonly string[] }) => (
  <section className="cp-paper-question">
    <h2>{props.title}</h2>
    <ul className="cp-paper-choices">
      {props.choices.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </section>
)

function Write({ title, lines }: { readonly title: string; readonly lines: number }) {
  return (
    <section className="cp-paper-question">
      <h2>{title}</h2>
      {Array.from({ length: lines }, (_, place) => (
        <div key={String(place)} className="cp-paper-line" />
      ))}
    </section>
  )
}
