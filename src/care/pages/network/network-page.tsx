// The page of a network: the picture, what it says, what to look for, and maps that were kept.

import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  formatDayOf,
  Inset,
  type Language,
  PageForm,
  PageHeading,
  TextInput,
} from '../../../web/index.ts'
import { regularContacts } from '../../domain/network/dated-rules.ts'
import type { Ring } from '../../domain/network/facts.ts'
import type { Drawn, KeptMap } from '../../domain/network/network-map.ts'
import { type Gap, gapsOf, networkTypeOf } from '../../domain/network/network-type.ts'
import type { NetworkWords } from '../../words/network-words.ts'
import { NetworkPicture } from './network-picture.tsx'
import { NetworkTable } from './network-table.tsx'

export type NetworkPageProps = {
  readonly members: readonly Drawn[]
  readonly kept: readonly KeptMap[]
  /** Whose it is; null for one's own. */
  readonly name: string | null
  readonly entry: FormEntry
  readonly language: Language
  readonly say: NetworkWords
}

export function NetworkPage(props: NetworkPageProps) {
  const { members, name, entry, say } = props
  const own = name === null
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading lead={own ? say.lead : say.leadOf}>
        {own ? say.title : say.titleOf(name)}
      </PageHeading>
      {!own && (
        <p>
          <b>{say.notAll}</b>
        </p>
      )}
      {members.length === 0 ? (
        <EmptyState says={own ? say.empty : say.emptyOf}>
          {own && <p>{say.emptyNext}</p>}
        </EmptyState>
      ) : (
        <NetworkPicture
          id="network"
          title={own ? say.title : say.titleOf(name)}
          says={say.pictureSays(countsOf(members))}
          members={members}
          middle={own ? say.me : say.middleOf(name)}
          say={say}
        />
      )}
      {own && <ButtonLink href="/care/network/add">{say.add}</ButtonLink>}
      {members.length > 0 && <NetworkType members={members} say={say} />}
      {members.length > 0 && own && <Gaps members={members} say={say} />}
      {members.length > 0 && <NetworkTable members={members} say={say} own={own} />}
      {own && members.length > 0 && <Keep {...props} />}
      {own && <MoreOfIt say={say} />}
    </>
  )
}

export const countsOf = (members: readonly Drawn[]): readonly [number, number, number] => {
  const at = (ring: Ring) => members.filter((one) => one.ring === ring).length
  return [at(1), at(2), at(3)]
}

export const typeNameOf = (members: readonly Drawn[], say: NetworkWords): string => {
  const type = networkTypeOf(members, regularContacts)
  return type === null ? '' : say.types[type].name
}

function NetworkType({ members, say }: Pick<NetworkPageProps, 'members' | 'say'>) {
  const type = networkTypeOf(members, regularContacts)
  if (type === null) return null
  const { name, says } = say.types[type]
  return (
    <section>
      <h2>{say.typeHeading}</h2>
      <Card heading={name} level={3} soft>
        <p>{says}</p>
        <p className="cp-small">{say.typeSource}</p>
      </Card>
    </section>
  )
}

function Gaps({ members, say }: Pick<NetworkPageProps, 'members' | 'say'>) {
  const gaps = gapsOf(members)
  return (
    <section>
      <h2>{say.gapsHeading}</h2>
      {gaps.length === 0 && <p>{say.noGaps}</p>}
      {gaps.length > 0 && (
        <ul>
          {gaps.map((gap) => {
            const { says, look } = wordsOf(gap, say)
            return (
              <li key={says}>
                <b>{says}</b> {look}
              </li>
            )
          })}
        </ul>
      )}
      {gaps.length > 0 && (
        <p>
          <a href="/places">{say.findService}</a>
        </p>
      )}
    </section>
  )
}

function wordsOf(gap: Gap, say: NetworkWords): { readonly says: string; readonly look: string } {
  const { gaps, looks } = say
  switch (gap.gap) {
    case 'nobody':
      return { says: gaps.nobody[gap.support], look: looks[gap.support] }
    case 'only-one':
      return { says: gaps.onlyOne[gap.support], look: looks[gap.support] }
    case 'no-community':
      return { says: gaps.noCommunity, look: looks.community }
    case 'no-friends':
      return { says: gaps.noFriends, look: looks.friends }
    case 'one-carries-all':
      return { says: gaps.oneCarriesAll, look: looks.one }
  }
}

function Keep({ kept, entry, language, say }: NetworkPageProps) {
  return (
    <section>
      <h2>{say.keepHeading}</h2>
      <p>{say.keepLead}</p>
      {kept.length > 0 && (
        <ul>
          {kept.map(({ called, at }, place) => (
            <li key={at}>
              <a href={`/care/network/compare?with=${place + 1}`}>{say.compareWith(called)}</a>{' '}
              <span className="cp-small">
                {say.keptOn} {formatDayOf(at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <PageForm action="/care/network/keep">
        <TextInput
          name="called"
          label={say.keepCalled}
          hint={say.keepHint}
          entry={entry}
          width={20}
        />
        <Button kind="secondary">{say.keepButton}</Button>
      </PageForm>
    </section>
  )
}

function MoreOfIt({ say }: { readonly say: NetworkWords }) {
  return (
    <Inset>
      <p>{say.shareNote}</p>
      <p>
        <a href="/share/new">{say.share}</a>
      </p>
      <p>
        <a href="/care/network/asked">{say.asked.title}</a>
      </p>
    </Inset>
  )
}
