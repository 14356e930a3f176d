// The map of a network as a table: the same as the picture, in words.
import { Table } from '../../../web/index.ts'
import type { Drawn } from '../../domain/network/network-map.ts'
import type { NetworkWords } from '../../words/network-words.ts'

type NetworkTableProps = {
  readonly members: readonly Drawn[]
  readonly say: NetworkWords
  /** Whether each can be changed: on one's own map. */
  readonly own: boolean
}

export function NetworkTable({ members, say, own }: NetworkTableProps) {
  const words = say.table
  const nameOf = ({ called, kind }: Drawn) => called ?? `${say.kinds[kind]} (${words.unnamed})`
  const headings = [words.called, words.what, words.ring, words.support]
  return (
    <Table
      caption={words.caption}
      columns={[
        ...headings.map((heading) => ({ heading })),
        { heading: words.contact },
        ...(own ? [{ heading: words.change }] : []),
      ]}
      rows={members.map((one, place) => ({
        key: one.member,
        cells: [
          `${place + 1}. ${nameOf(one)}`,
          say.kinds[one.kind],
          say.rings[one.ring],
          one.support.length === 0
            ? say.noSupport
            : one.support.map((support) => say.supports[support]).join(', '),
          say.contacts[one.contact],
          ...(own
            ? [
                <a key="change" href={`/care/network/member/${one.member}`}>
                  {words.change}
                  <span className="nhsuk-u-visually-hidden"> {nameOf(one)}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  )
}
