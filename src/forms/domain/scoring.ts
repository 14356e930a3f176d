// The scorings by name: how many questions each counts, how, and where that is published.
import type { Score } from './scores/band.ts'
import { collaborateSource, scoreCollaborate } from './scores/collaborate.ts'
import { gad7Source, scoreGad7 } from './scores/gad-7.ts'
import { ons4Source, scoreOns4 } from './scores/ons4.ts'
import { phq9Source, SELF_HARM_QUESTION, scorePhq9 } from './scores/phq-9.ts'
import { scoreSwemwbs, swemwbsSource } from './scores/swemwbs.ts'

export type ScoringName = 'phq-9' | 'gad-7' | 'swemwbs' | 'ons4' | 'collaborate'

export type Scoring = {
  readonly title: string
  /** How many questions it counts. */
  readonly items: number
  /** What each answer may count, both included. */
  readonly least: number
  readonly most: number
  readonly source: string
  /** The question that opens the safety path when it counts more than nothing, from 0. */
  readonly safety: number | null
  /** Whether more is better, fewer is better, or the number says neither. */
  readonly better: 'more' | 'fewer' | 'neither'
  /** The ends of the total; null where there is none. */
  readonly ends: { readonly least: number; readonly most: number } | null
  /** The answers as numbers in the order of the scoring, null where one is missing. */
  score(values: readonly (number | null)[]): Score
}

export const scorings: Readonly<Record<ScoringName, Scoring>> = {
  'phq-9': {
    title: 'PHQ-9 total',
    items: 9,
    least: 0,
    most: 3,
    source: phq9Source,
    safety: SELF_HARM_QUESTION,
    better: 'fewer',
    ends: { least: 0, most: 27 },
    score: scorePhq9,
  },
  'gad-7': {
    title: 'GAD-7 total',
    items: 7,
    least: 0,
    most: 3,
    source: gad7Source,
    safety: null,
    better: 'fewer',
    ends: { least: 0, most: 21 },
    score: scoreGad7,
  },
  swemwbs: {
    title: 'SWEMWBS metric score',
    items: 7,
    least: 1,
    most: 5,
    source: swemwbsSource,
    safety: null,
    better: 'more',
    ends: { least: 7, most: 35 },
    score: scoreSwemwbs,
  },
  ons4: {
    title: 'ONS personal wellbeing',
    items: 4,
    least: 0,
    most: 10,
    source: ons4Source,
    safety: null,
    better: 'neither',
    ends: null,
    score: scoreOns4,
  },
  collaborate: {
    title: 'collaboRATE',
    items: 3,
    least: 0,
    most: 9,
    source: collaborateSource,
    safety: null,
    better: 'neither',
    ends: null,
    score: scoreCollaborate,
  },
}

export const isScoringName = (name: string): name is ScoringName => Object.hasOwn(scorings, name)

export type { Score } from './scores/band.ts'
