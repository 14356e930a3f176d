// What the pages of a right share: one right or none, and the one tap that starts it.
import { refuse } from '../../basics/index.ts'
import {
  Button,
  ButtonLink,
  Inset,
  PageForm,
  type PageReply,
  type PageRequest,
  PrintButton,
} from '../../web/index.ts'
import { refusals } from '../domain/refusals.ts'
import { rightNamed } from '../domain/right/every-right.ts'
import { type Right, type RightStart, rightsEdition } from '../domain/rights.ts'
import { rightsWords } from '../words/words.ts'
import { refused } from './tell-routes.tsx'

const say = rightsWords.in('en')

/** Where one tap leads, where nothing has to be written first. */
export const addresses: Readonly<Partial<Record<RightStart, string>>> = {
  complaints: '/complaints',
  record: '/record',
  looks: '/looks',
  share: '/share',
  stories: '/stories',
  outside: rightsEdition.link,
}

export async function withRight(
  request: PageRequest,
  work: (right: Right) => Promise<PageReply>,
): Promise<PageReply> {
  const right = rightNamed(request.params.right ?? '')
  return right === undefined ? refused(refuse(refusals.rightUnknown).refusal) : work(right)
}

/** One tap that starts it. */
export function Start({ right }: { readonly right: Right }) {
  const { id, start: begins } = right
  const address = begins === 'letter' ? `/rights/${id}/letter` : addresses[begins]
  if (address !== undefined) {
    return (
      <p>
        <ButtonLink href={address}>{say.starts[begins]}</ButtonLink>
      </p>
    )
  }
  return (
    <PageForm action={`/rights/${id}/start`}>
      <Button>{say.starts[begins]}</Button>
    </PageForm>
  )
}

/** To print, or to copy: nothing of it is kept here. */
export const Letter = ({ about, lines }: { readonly about: string; readonly lines: string[] }) => (
  <>
    <Inset>
      <p>{say.letterTo}</p>
      <p>{about}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{say.letterEnd}</p>
    </Inset>
    <PrintButton />
  </>
)
