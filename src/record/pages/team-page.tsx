// Who is in the team: care teams, who wrote in the record, whom it names, and who is close.
import { formatDay, formatNumber, Inset, PageHeading, Table } from '../../web/index.ts'
import type { Team } from '../actions/see-record.ts'
import type { Folded } from '../store/overview.ts'
import { seeingWords } from '../words/seeing-words.ts'
import { EntryCard, type Place } from './entry-card.tsx'
import { words } from './words.ts'

export type Close = { readonly name: string; readonly is: string; readonly from: string }

export type TeamProps = Place & {
  readonly team: Team
  /** Null where it is not for this visitor to know. */
  readonly close: readonly Close[] | null
  /** Null for one's own. */
  readonly name: string | null
}

export function TeamPage(props: TeamProps) {
  const { team, close, base, language, name } = props
  const say = seeingWords.in(language)
  const about = name === null ? {} : { about: words.in(language).titleOf(name) }
  return (
    <>
      <PageHeading lead={say.teamLead} {...about}>
        {name === null ? say.team : say.teamOf}
      </PageHeading>
      {name !== null && <Inset>{say.notAll}</Inset>}
      {team.only !== null && <p>{say.mostOfTeam(formatNumber(team.only, language))}</p>}
      <h2>{say.careTeams}</h2>
      {team.careTeams.length === 0 && <p>{say.noTeam}</p>}
      {team.careTeams.map((one) => (
        <EntryCard key={one.id} one={one} alike={one.alike} base={base} language={language} />
      ))}
      <h2>{say.writers}</h2>
      <Writers {...props} />
      <h2>{say.named}</h2>
      {team.named.length === 0 && <p>{say.noNamed}</p>}
      {team.named.length > 0 && (
        <Table
          caption={say.named}
          captionHeard
          columns={[say.named, say.kindOfName, say.whoWrote].map((heading) => ({ heading }))}
          rows={team.named.map((one) => ({
            key: one.id,
            cells: [
              <a key="name" href={`${base}/entry/${one.id}`}>
                {one.title}
              </a>,
              <Kind key="kind" {...props} one={one} />,
              say.byFrom(one.author, one.source),
            ],
          }))}
        />
      )}
      {close !== null && <CloseOnes {...props} close={close} />}
    </>
  )
}

function Kind({ one, language }: TeamProps & { readonly one: Folded }) {
  const types: Readonly<Record<string, string>> = seeingWords.in(language).types
  return (
    <div>
      {types[one.resourceType] ?? one.resourceType}
      {one.detail !== '' && <span className="cp-line">{one.detail}</span>}
    </div>
  )
}

function Writers({ team, base, language }: TeamProps) {
  const say = seeingWords.in(language)
  if (team.writers.length === 0) return <p>{say.writersNone}</p>
  return (
    <Table
      caption={say.writers}
      captionHeard
      columns={[
        { heading: say.whoWrote },
        { heading: say.since },
        { heading: say.last },
        { heading: say.entries, numeric: true },
      ]}
      rows={team.writers.map((one) => ({
        key: one.id,
        cells: [
          one.author,
          formatDay(one.first, language),
          <a key="last" href={`${base}/entry/${one.id}`}>
            {formatDay(one.at, language)}
            <span className="nhsuk-u-visually-hidden">, {one.author}</span>
          </a>,
          formatNumber(one.alike, language),
        ],
      }))}
    />
  )
}

function CloseOnes({ close, language }: TeamProps & { readonly close: readonly Close[] }) {
  const say = seeingWords.in(language)
  return (
    <>
      <h2>{say.ties}</h2>
      {close.length === 0 && <p>{say.noTies}</p>}
      <ul>
        {close.map(({ name, is, from }) => (
          <li key={`${name} ${is}`}>
            <b>{name}</b>, {is}, {say.sinceDay(from)}
          </li>
        ))}
      </ul>
      {close.length > 0 && <p className="cp-small">{say.tiesSource}</p>}
    </>
  )
}
