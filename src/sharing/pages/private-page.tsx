// The page on which a person leaves private things out of their own lists.
import { Button, PageForm, PageHeading } from '../../web/index.ts'
import type { ShareWords } from '../words/share-words.ts'

export function PrivatePage({ say }: { readonly say: ShareWords }) {
  const words = say.private
  return (
    <div className="cp-reading-width">
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <h2>{words.what}</h2>
      <Sentences all={words.does} />
      <h2>{words.cannot}</h2>
      <Sentences all={words.limits} />
      <h2>{words.here}</h2>
      <PageForm action="/share/private">
        <Button name="do" value="hide-here">
          {words.hideHere}
        </Button>{' '}
        <Button kind="secondary" name="do" value="show-here">
          {words.showHere}
        </Button>
      </PageForm>
      <h2>{words.everywhere}</h2>
      <PageForm action="/share/private">
        <Button kind="secondary" name="do" value="hide">
          {words.hide}
        </Button>{' '}
        <Button kind="secondary" name="do" value="show">
          {words.show}
        </Button>
      </PageForm>
      <p>
        <a href="/leave-no-trace">{words.trace}</a>
      </p>
    </div>
  )
}

const Sentences = ({ all }: { readonly all: Readonly<Record<string, string>> }) => (
  <ul>
    {Object.entries(all).map(([name, text]) => (
      <li key={name}>{text}</li>
    ))}
  </ul>
)
