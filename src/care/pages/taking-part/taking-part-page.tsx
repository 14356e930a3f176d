// What a person took part in: each part with what was counted, and the way there.
import { Card, CardGrid, PageHeading } from '../../../web/index.ts'
import type { Part, PartName } from '../../domain/taking-part/taking-part.ts'
import type { TakingPartWords } from '../../words/taking-part-words.ts'

const addresses: Readonly<Record<PartName, string>> = {
  plan: '/plan',
  visits: '/care/visits',
  offered: '/care/offered',
  information: '/care/information',
  network: '/care/network',
  meetings: '/care/meetings',
  decisions: '/plan/decisions',
  aids: '/plan/decisions',
  sharing: '/share',
}

export function TakingPartPage(props: {
  readonly parts: readonly Part[]
  readonly numbers: string | null
  readonly say: TakingPartWords
}) {
  const { parts, numbers, say } = props
  const has = parts.filter((one) => one.has).length
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>{say.counted(has, parts.length)}</p>
      <h2>{say.heading}</h2>
      <CardGrid>
        {parts.map(({ part, has: is, count, of }) => (
          <Card key={part} heading={say.names[part]} href={addresses[part]} level={3}>
            <p>{is ? <b>{say.says[part](count, of ?? 0)}</b> : say.says[part](count, of ?? 0)}</p>
          </Card>
        ))}
        <Card heading={say.family} href="/care/family" level={3}>
          <p>{say.familySays}</p>
        </Card>
      </CardGrid>
      {numbers !== null && (
        <p className="cp-small">
          <a href={numbers}>{say.others}</a>. {say.othersNote}
        </p>
      )}
    </>
  )
}
