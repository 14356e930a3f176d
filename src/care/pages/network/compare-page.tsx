// Two maps of one network: before, now, and what changed between them in words.
import { PageHeading, Table } from '../../../web/index.ts'
import { type Change, changesBetween, isChanged } from '../../domain/network/compare-maps.ts'
import type { Drawn } from '../../domain/network/network-map.ts'
import type { NetworkWords } from '../../words/network-words.ts'
import { countsOf, typeNameOf } from './network-page.tsx'
import { NetworkPicture } from './network-picture.tsx'

export function ComparePage(props: {
  readonly called: string
  readonly before: readonly Drawn[]
  readonly now: readonly Drawn[]
  readonly say: NetworkWords
}) {
  const { called, before, now, say } = props
  const changes = changesBetween(before, now).filter(isChanged)
  const fresh = new Set(changes.filter(({ what }) => what === 'came').map(({ member }) => member))
  const picture = (id: string, title: string, members: readonly Drawn[]) => ({
    ...{ id, title, members, say, middle: say.me },
    says: say.pictureSays(countsOf(members)),
  })
  return (
    <>
      <PageHeading lead={say.compareLead(called)}>{say.compareTitle}</PageHeading>
      <p>{say.typeBefore(typeNameOf(before, say), typeNameOf(now, say))}</p>
      <h2>{say.beforeHeading}</h2>
      <NetworkPicture {...picture('before', say.beforeHeading, before)} />
      <h2>{say.nowHeading}</h2>
      <NetworkPicture {...picture('now', say.nowHeading, now)} fresh={fresh} />
      <h2>{say.changesCaption}</h2>
      {changes.length === 0 && <p>{say.changes.none}</p>}
      {changes.length > 0 && (
        <Table
          caption={say.changesCaption}
          captionHeard
          columns={[{ heading: say.changes.who }, { heading: say.changes.what }]}
          rows={changes.map((one) => ({
            key: one.member,
            cells: [one.called ?? say.table.unnamed, `${saysOf(one, say).join('. ')}.`],
          }))}
        />
      )}
    </>
  )
}

function saysOf({ what, rings, gained, lost }: Change, say: NetworkWords): readonly string[] {
  const words = say.changes
  const named = (list: Change['gained']) => list.map((one) => say.supports[one]).join(', ')
  const [was, is] = rings
  return [
    ...(what === 'stayed' ? [] : [words[what]]),
    ...(was !== null && is !== null && is < was ? [words.nearer] : []),
    ...(was !== null && is !== null && is > was ? [words.further] : []),
    ...(gained.length === 0 ? [] : [words.gained(named(gained))]),
    ...(lost.length === 0 || what === 'went' ? [] : [words.lost(named(lost))]),
  ]
}
