// The home page of somebody who is signed in: what waits for them first.
import { Fragment, type ReactNode } from 'react'
import { Card, EmptyState, PageHeading, TwoColumns } from '../../web/index.ts'
import type { PartOfDay } from '../domain/greeting.ts'
import type { StartWords } from '../words/start-words.ts'

export function HomePage(props: {
  readonly name: string
  readonly part: PartOfDay
  readonly main: readonly ReactNode[]
  readonly side: readonly ReactNode[]
  readonly administrator: boolean
  readonly words: StartWords['home']
}) {
  const { words } = props
  const [calledBy = props.name] = props.name.split(' ')
  return (
    <>
      <PageHeading>{words[props.part](calledBy)}</PageHeading>
      <TwoColumns
        side={
          <>
            {placed(props.side)}
            <h2>{words.yours}</h2>
            <Card heading={words.me} href="/me" level={3} soft>
              <p>{words.meMore}</p>
            </Card>
            <Card heading={words.devices} href="/me/devices" level={3} soft>
              <p>{words.devicesMore}</p>
            </Card>
            {props.administrator && (
              <Card heading={words.organisations} href="/organisations" level={3} soft>
                <p>{words.organisationsMore}</p>
              </Card>
            )}
          </>
        }
      >
        <h2>{words.waiting}</h2>
        {placed(props.main)}
        {props.main.length === 0 && (
          <EmptyState says={words.nothing}>
            <p>{words.nothingMore}</p>
          </EmptyState>
        )}
      </TwoColumns>
    </>
  )
}

/** Parts stand in the order they were given, which never changes, so their place is their key. */
const placed = (parts: readonly ReactNode[]) =>
  parts.map((part, place) => <Fragment key={String(place)}>{part}</Fragment>)
