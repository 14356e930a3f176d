// How much of the team stayed the same from the first meeting on.
import type { Meeting } from './meeting.ts'

export type Continuity = {
  /** How often those of the first team were at a later meeting. */
  readonly came: number
  /** How often they could have been. */
  readonly of: number
  /** In whole per cent, rounded down: less is never called all. */
  readonly percent: number
}

/**
 * Of the team at the first meeting, how many were at each later one, over all of them. Members of
 * a team are the same where they are the same person here, else where they have the same name.
 * Null before a second meeting, or without a team at the first. Our own measure: Open Dialogue
 * asks for the same team throughout, and no formula was read.
 * @source facts 13 (Open Dialogue: psychological continuity)
 */
export function continuityOf(meetings: readonly Meeting[]): Continuity | null {
  const held = meetings
    .filter(({ begunAt }) => begunAt !== null)
    .toSorted((one, other) => ((one.begunAt ?? '') < (other.begunAt ?? '') ? -1 : 1))
  const [first, ...later] = held.map(teamAt)
  if (first === undefined || first.size === 0 || later.length === 0) return null
  const of = first.size * later.length
  const came = later.reduce((sum, team) => sum + first.intersection(team).size, 0)
  return { came, of, percent: Math.floor((came * 100) / of) }
}

const teamAt = ({ called, came }: Meeting): Set<string> =>
  new Set(
    (called?.invited ?? [])
      .filter(({ side, attendee }) => side === 'team' && came.has(attendee))
      .map(({ person, called: name }) => person ?? name.toLowerCase()),
  )
