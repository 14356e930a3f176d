// What is going on now: problems, medicines, allergies, plans, and what there is besides.

import type { ReactNode } from 'react'
import type { Instant } from '../../basics/index.ts'
import { type KeptFromYou, promiseWords } from '../../sharing/index.ts'
import {
  ButtonLink,
  EmptyState,
  formatNumber,
  Inset,
  type Language,
  PageHeading,
} from '../../web/index.ts'
import { kindWords } from '../actions/record-items.ts'
import { MOST_COUNTED, type Overview } from '../actions/see-record.ts'
import { kinds } from '../domain/entry-kinds.ts'
import type { Listed } from '../store/entries.ts'
import type { Folded } from '../store/overview.ts'
import { correctionWords } from '../words/correction-words.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { Glossary, textsOf } from './glossary.tsx'
import { KeptFromYouCards } from './kept-page.tsx'
import { ThingTable } from './thing-table.tsx'
import { words } from './words.ts'

export type OverviewProps = Place & {
  readonly overview: Overview
  /** Null for one's own. */
  readonly name: string | null
  /** What is kept from the person, on their own page. */
  readonly kept: readonly KeptFromYou[]
  readonly now: Instant
  /** Whether who looks is at work, and may promise something for their organisation. */
  readonly atWork: boolean
  /** Whether somebody else may write in it. */
  readonly mayWrite: boolean
}

export function OverviewPage(props: OverviewProps) {
  const { overview, base, language, name } = props
  const say = { ...words.in(language), ...seeingWords.in(language) }
  const own = name === null
  const { goingOn, latest, documents, counts } = overview
  return (
    <>
      <PageHeading lead={own ? say.lead : say.leadOf}>
        {own ? say.title : say.titleOf(name)}
      </PageHeading>
      {!own && <Inset>{say.notAll}</Inset>}
      <KeptFromYouCards kept={props.kept} now={props.now} language={language} />
      <WaysToLook {...props} />
      <GoingOn {...props} kinds={['problem']} heading={say.problems} none={say.noProblems} />
      <GoingOn {...props} kinds={['medicine']} heading={say.medicines} none={say.noMedicines} />
      <GoingOn {...props} kinds={['allergy']} heading={say.allergies} none={say.noAllergies} />
      <GoingOn {...props} kinds={['visit', 'plan']} heading={say.planned} none={say.noPlanned} />
      <h2>{say.latest}</h2>
      {latest.length === 0 && <p>{say.noLatest}</p>}
      {latest.length > 0 && (
        <>
          <ThingTable {...props} things={latest} caption={say.latest} />
          {overview.latestAmong !== null && (
            <p>{say.latestAmong(formatNumber(overview.latestAmong, language))}</p>
          )}
          <p>
            <a href={`${base}/results`}>{say.allThings}</a>
          </p>
        </>
      )}
      <OwnWords {...props} />
      <h2>{say.documents}</h2>
      {documents.length === 0 && <p>{say.noDocuments}</p>}
      <Cards {...props} list={documents} />
      <AllOf {...props} kind="document" shown={documents.length} all={counts.get('document')} />
      <GoingOn
        {...props}
        kinds={['team']}
        heading={own ? say.team : say.teamOf}
        none={say.noTeam}
      />
      <p>
        <a href={`${base}/team`}>{own ? say.goTeam : say.goTeamOf}</a>
      </p>
      <MoreKinds {...props} />
      <Glossary
        texts={textsOf([...goingOn, ...latest, ...overview.own, ...documents])}
        language={language}
      />
    </>
  )
}

function WaysToLook({ base, language, name }: OverviewProps) {
  const say = seeingWords.in(language)
  return (
    <nav aria-label={say.pages}>
      <ul>
        <li>
          <a href={`${base}/timeline`}>{say.goTimeline}</a>
        </li>
        <li>
          <a href={`${base}/results`}>{say.goResults}</a>
        </li>
        <li>
          <a href={`${base}/team`}>{name === null ? say.goTeam : say.goTeamOf}</a>
        </li>
        {name === null && (
          <li>
            <a href={`${base}/print`}>{say.goPrint}</a>
          </li>
        )}
        {name === null && (
          <li>
            <a href="/record/corrections">{correctionWords.in(language).list.title}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

type SectionProps = OverviewProps & {
  readonly kinds: readonly string[]
  readonly heading: string
  readonly none: string
}

function GoingOn(props: SectionProps) {
  const { overview, heading, none } = props
  const list = overview.goingOn.filter(({ kind }) => props.kinds.includes(kind))
  return (
    <>
      <h2>{heading}</h2>
      {list.length === 0 && <p>{none}</p>}
      <Cards {...props} list={list} />
      {props.kinds.map((kind) => (
        <MoreThan key={kind} {...props} list={list.filter((one) => one.kind === kind)} />
      ))}
    </>
  )
}

/** Where not all things of a kind stand here, how many there are, and where they are. */
function MoreThan({ base, language, list }: OverviewProps & { readonly list: readonly Folded[] }) {
  const say = seeingWords.in(language)
  const [first] = list
  if (first === undefined || first.ofItsKind <= list.length) return null
  return (
    <p>
      {say.moreThan(list.length, first.ofItsKind)}{' '}
      <a href={`${base}/timeline?kind=${first.kind}`}>{say.goTimeline}</a>
    </p>
  )
}

function OwnWords(props: OverviewProps) {
  const { overview, language, name } = props
  const say = { ...words.in(language), ...seeingWords.in(language) }
  const own = name === null
  return (
    <>
      <h2>{own ? say.own : say.ownOf}</h2>
      {overview.own.length === 0 && (
        <EmptyState says={own ? say.noOwnWords : say.noOwnWordsOf}>
          {own && <p>{say.noOwnWordsNext}</p>}
        </EmptyState>
      )}
      <Cards {...props} list={overview.own} />
      {own && <ButtonLink href="/record/add">{say.add}</ButtonLink>}
      {own && (
        <p>
          <a href="/record/bring">{say.bring}</a>
        </p>
      )}
      {!own && props.atWork && (
        <p>
          <a href={`${props.base.replace('/record', '')}/promise`}>
            {promiseWords.in(language).link}
          </a>
        </p>
      )}
      {props.mayWrite && (
        <ButtonLink href={`${props.base}/write`}>
          {correctionWords.in(language).write.link}
        </ButtonLink>
      )}
    </>
  )
}

function AllOf(
  props: Place & {
    readonly kind: string
    readonly shown: number
    readonly all: number | undefined
  },
) {
  const { base, language, kind, shown, all = 0 } = props
  if (all <= shown) return null
  const say = seeingWords.in(language)
  return (
    <p>
      <a href={`${base}/timeline?kind=${kind}`}>
        {all > MOST_COUNTED
          ? say.allOfMany(formatNumber(MOST_COUNTED, language))
          : say.allOf(formatNumber(all, language))}
      </a>
    </p>
  )
}

/** Every kind there is, with its number: nothing that is in the record is left unsaid. */
function MoreKinds({ overview, base, language }: OverviewProps) {
  const say = seeingWords.in(language)
  const there = kinds.filter((kind) => (overview.counts.get(kind) ?? 0) > 0)
  if (there.length === 0) return null
  return (
    <>
      <h2>{say.more}</h2>
      <ul>
        {there.map((kind) => (
          <li key={kind}>
            <a href={`${base}/timeline?kind=${kind}`}>
              {kindWords[kind]}: {counted(overview.counts.get(kind) ?? 0, language)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const counted = (count: number, language: Language): string =>
  count > MOST_COUNTED
    ? seeingWords.in(language).countedTo(formatNumber(MOST_COUNTED, language))
    : formatNumber(count, language)

function Cards({
  base,
  language,
  list,
}: Place & { readonly list: readonly (Listed & Alike)[] }): ReactNode {
  return list.map((one) => (
    <EntryCard key={one.id} one={one} alike={one.alike ?? 1} base={base} language={language} />
  ))
}

type Alike = { readonly alike?: number }
