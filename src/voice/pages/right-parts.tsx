// What the pages of a right share: one right or none, and the one tap that starts it.
import { refuse } from '../../basics/index.ts'
import { Button, ButtonLink, PageForm, type PageReply, type PageRequest } from '../../web/index.ts'
import { refusals } from '../domain/refusals.ts'
import { type Right, type RightStart, rightNamed, rightsEdition } from '../domain/rights.ts'
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
  const address = addresses[begins]
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
