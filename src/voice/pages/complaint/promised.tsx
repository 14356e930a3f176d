// What was promised because of a complaint: how it stands, and whether it happened.
import type { ReactNode } from 'react'
import { Button, Card, PageForm, PromiseState, usePage } from '../../../web/index.ts'
import { publicStanding, type StoryPromise } from '../story-thread.tsx'
import type { ComplaintPageProps } from './page-props.ts'
import { useSay } from './use-say.ts'

export function Promised({ promises, seen, now }: ComplaintPageProps) {
  const say = useSay()
  const { language } = usePage()
  if (promises.length === 0) return null
  const { side, id } = seen
  const speaksFor = (owner: string) =>
    side.side === 'complainant' && (side.acts === undefined || owner === id)
  return (
    <>
      <h2>{say.promises}</h2>
      {promises.map((one) => {
        const { made } = one.promise
        if (made === null) return null
        const { standing, says } = publicStanding(one.promise, now, language)
        return (
          <Card
            key={one.ref.stream}
            heading={made.says}
            level={3}
            state={<PromiseState standing={standing} says={says} />}
          >
            <p className="cp-small">{made.promiser.shownAs}</p>
            {speaksFor(one.ref.owner) && <DidIt id={id} one={one} />}
          </Card>
        )
      })}
    </>
  )
}

/** Only the complainant can say that it happened, and again after they said that it did not. */
function DidIt({ id, one }: { readonly id: string; readonly one: StoryPromise }): ReactNode {
  const say = useSay()
  const { saidDone, answers } = one.promise
  const confirmed = [...answers.values()].some(({ answer }) => answer === 'yes')
  if (saidDone === null || confirmed) return null
  return (
    <PageForm action={`/complaints/${id}/happened`}>
      <p>{say.happenedAsk}</p>
      <input type="hidden" name="promise" value={one.ref.stream} />
      <input type="hidden" name="claim" value={saidDone.claim} />
      <Button name="happened" value="yes">
        {say.happenedYes}
      </Button>{' '}
      <Button kind="secondary" name="happened" value="not yet">
        {say.happenedNotYet}
      </Button>{' '}
      <Button kind="secondary" name="happened" value="no">
        {say.happenedNo}
      </Button>
    </PageForm>
  )
}
