// The home page of somebody who is signed in: how things stand, then what waits for them.
import { Fragment, type ReactNode } from 'react'
import { Card, EmptyState, type Language, PageHeading, TwoColumns } from '../../web/index.ts'
import type { PartOfDay } from '../domain/greeting.ts'
import { howThingsStand } from '../words/how-things-stand.ts'
import type { StartWords } from '../words/start-words.ts'
import type { HomeShare } from './room-parts.ts'

export function HomePage(props: {
  readonly name: string
  readonly part: PartOfDay
  readonly main: readonly HomeShare[]
  readonly side: readonly HomeShare[]
  readonly administrator: boolean
  readonly language: Language
  readonly words: StartWords['home']
}) {
  const { main, words } = props
  const [calledBy = props.name] = props.name.split(' ')
  const waiting = main.flatMap((share) => share.waiting ?? [])
  const stand = {
    waiting: sum(waiting.map(({ count }) => count)),
    late: sum(main.map(({ late }) => late ?? 0)),
  }
  const after = main.flatMap(({ shows }) => shows ?? [])
  return (
    <>
      <PageHeading lead={howThingsStand(stand, props.language)}>
        {words[props.part](calledBy)}
      </PageHeading>
      <TwoColumns
        side={
          <>
            {placed(props.side.flatMap(({ shows }) => shows ?? []))}
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
        {stand.waiting > 0 && <h2>{words.waiting}</h2>}
        {placed(waiting.map(({ shows }) => shows))}
        {placed(after)}
        {stand.waiting === 0 && after.length === 0 && (
          <EmptyState says={words.nothingMore}>
            <ul>
              <li>
                <a href="/places">{words.find}</a>
              </li>
              <li>
                <a href="/messages/needs">{words.howTold}</a>
              </li>
            </ul>
          </EmptyState>
        )}
      </TwoColumns>
    </>
  )
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

/** Parts stand in the order they were given, which never changes, so their place is their key. */
const placed = (parts: readonly ReactNode[]) =>
  parts.map((part, place) => <Fragment key={String(place)}>{part}</Fragment>)
