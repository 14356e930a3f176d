// The pages of conversations heard: the list, one theme, the form that works offline, the sheet.
import type { ReactNode } from 'react'
import {
  Button,
  ButtonLink,
  Card,
  Checkboxes,
  DateInput,
  DayText,
  Details,
  EmptyState,
  ErrorSummary,
  type FormEntry,
  freshEntry,
  Inset,
  PageForm,
  PageHeading,
  PrintButton,
  Radios,
  Select,
  Table,
  Tag,
  Textarea,
  TextInput,
} from '../../web/index.ts'
import type { Area, NamedReach } from '../actions/hear.ts'
import { type HeardConversation, reachOf, type Theme } from '../domain/heard/theme.ts'
import { heardEnglish as say } from '../words/heard-words.ts'

type Named = { readonly id: string; readonly theme: Theme }

const titleOf = ({ conversations }: Theme): string => conversations.at(-1)?.theme ?? ''
const reached = (theme: Theme): string => {
  const { places, people, evidence } = reachOf(theme)
  return say.reach(places, people, evidence)
}

export function HeardPage(props: {
  readonly themes: readonly Named[]
  readonly areas: readonly NamedReach[]
}) {
  const { themes, areas } = props
  return (
    <>
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <p>
        <ButtonLink href="/heard/add">{say.add}</ButtonLink>
      </p>
      {themes.length === 0 && (
        <EmptyState says={say.none}>
          <p>{say.noneNext}</p>
        </EmptyState>
      )}
      {themes.map(({ id, theme }) => (
        <Card
          key={id}
          heading={titleOf(theme)}
          href={`/heard/${id}`}
          {...(theme.raised.length > 0 ? { state: <Tag colour="blue">{say.raisedTag}</Tag> } : {})}
        >
          <p>{reached(theme)}.</p>
        </Card>
      ))}
      <ByArea areas={areas} />
      <p>
        <a href="/heard/paper">{say.paper}</a>
      </p>
    </>
  )
}

/** Nothing where no conversation names an area. */
function ByArea({ areas }: { readonly areas: readonly NamedReach[] }) {
  const { area, people, places, conversations } = say.areaColumns
  if (!areas.some((one) => one.area !== null)) return null
  return (
    <>
      <h2>{say.byArea}</h2>
      <Table
        caption={say.byArea}
        captionHeard
        columns={[
          { heading: area },
          ...[people, places, conversations].map((heading) => ({ heading, numeric: true })),
        ]}
        rows={areas.map((one) => ({
          key: one.area ?? '',
          cells: [one.name ?? say.noArea, one.people, one.places, one.conversations],
        }))}
      />
      <p className="cp-small">{say.byAreaNote}</p>
    </>
  )
}

const offlineWorker = `/assets/offline-worker.js?${new URLSearchParams({ page: '/heard/offline' })}`

/** What the script needs to know; it finds everything by these names. */
function Offline(props: { readonly sealingKey: string | null; readonly children: ReactNode }) {
  const { device } = say
  const signedIn =
    props.sealingKey === null ? {} : { 'data-key': props.sealingKey, 'data-send': '/heard/sync' }
  return (
    <div
      data-offline=""
      {...signedIn}
      data-worker={offlineWorker}
      data-scope="/heard/"
      data-needed="theme says where people heardOn-day heardOn-month heardOn-year agreed way"
      data-says-waiting={device.waiting}
      data-says-kept={device.kept}
      data-says-sent={device.sent}
      data-says-missing={device.missing}
      data-says-leaving={device.leaving}
    >
      <div role="status" data-offline-word="" className="cp-small" />
      <div data-offline-count="" hidden>
        <Inset>
          <p data-text="" />
          {props.sealingKey === null && (
            <p>
              <a href="/heard/add">{device.open}</a>
            </p>
          )}
        </Inset>
      </div>
      {props.children}
    </div>
  )
}

export function AddHeardPage(props: {
  readonly entry: FormEntry
  readonly sealingKey: string
  readonly mends: boolean
  readonly areas: readonly Area[]
}) {
  return (
    <>
      <ErrorSummary entry={props.entry} />
      <PageHeading lead={say.form.lead}>{say.form.title}</PageHeading>
      <Offline sealingKey={props.sealingKey}>
        {props.mends && (
          <Inset>
            <p>{say.device.mend}</p>
          </Inset>
        )}
        <HeardForm entry={props.entry} areas={props.areas} />
      </Offline>
      <p>
        <a href="/heard/paper">{say.paper}</a>
      </p>
    </>
  )
}

/** Kept by the browser for when the network is off: nothing in it is about anybody. */
export function OfflinePage({ areas }: { readonly areas: readonly Area[] }) {
  const { form } = say
  return (
    <>
      <PageHeading lead={form.offlineLead}>{form.offline}</PageHeading>
      <noscript>
        <p>{form.noScript}</p>
      </noscript>
      <Offline sealingKey={null}>
        <div data-when-not-ready="" hidden>
          <Inset>
            <p>{form.notReady}</p>
          </Inset>
        </div>
        <div data-when-ready="" hidden>
          <p>{form.lead}</p>
          <HeardForm entry={freshEntry({ way: 'device' })} areas={areas} />
        </div>
      </Offline>
    </>
  )
}

function HeardForm(props: { readonly entry: FormEntry; readonly areas: readonly Area[] }) {
  const { entry, areas } = props
  const { form } = say
  return (
    <div data-offline-fields="">
      <PageForm action="/heard/add">
        <TextInput name="theme" label={form.theme} hint={form.themeHint} entry={entry} />
        <Textarea name="says" label={form.says} entry={entry} rows={5} />
        <TextInput name="where" label={form.where} hint={form.whereHint} entry={entry} />
        {areas.length > 0 && (
          <Select
            name="area"
            label={form.area}
            hint={form.areaHint}
            entry={entry}
            choices={[
              { value: '', text: form.noArea },
              ...areas.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )}
        <TextInput name="group" label={form.group} hint={form.groupHint} entry={entry} />
        <TextInput name="people" label={form.people} entry={entry} width={3} inputMode="numeric" />
        <DateInput name="heardOn" label={form.heardOn} entry={entry} />
        <Textarea
          name="evidence"
          label={form.evidence}
          hint={form.evidenceHint}
          entry={entry}
          rows={2}
        />
        <Radios
          name="way"
          label={form.way}
          entry={entry}
          choices={[
            { value: 'device', text: form.ways.device },
            { value: 'paper', text: form.ways.paper },
          ]}
        />
        <Checkboxes
          name="agreed"
          label={form.agreedLabel}
          entry={entry}
          choices={[{ value: 'yes', text: form.agreed }]}
        />
        <Button>{form.keep}</Button>
      </PageForm>
    </div>
  )
}

export type ThemeProps = Named & {
  readonly areas: readonly NamedReach[]
  readonly person: string
  readonly mayRaise: boolean
  readonly entry: FormEntry
}

export function ThemePage(props: ThemeProps) {
  const { id, theme, areas, mayRaise, entry } = props
  const { groups } = reachOf(theme)
  return (
    <>
      <ErrorSummary entry={entry} />
      <PageHeading about={say.title} lead={`${reached(theme)}.`}>
        {titleOf(theme)}
      </PageHeading>
      {groups.length > 0 && (
        <p>
          {say.theme.groups}: {groups.join(', ')}.
        </p>
      )}
      <ByArea areas={areas} />
      {theme.raised.map(({ report, at }) => (
        <Inset key={report}>
          <p>
            {say.theme.raised}, <DayText day={at.slice(0, 10) as never} />.{' '}
            <a href={`/reports/${report}`}>{say.theme.seeReport}</a>
          </p>
        </Inset>
      ))}
      <h2>{say.theme.heard}</h2>
      {theme.conversations.map((one) => (
        <Heard key={one.conversation} id={id} one={one} own={one.by === props.person} />
      ))}
      <h2>{say.theme.raise}</h2>
      {mayRaise ? <RaiseForm id={id} entry={entry} /> : <p>{say.theme.noMandate}</p>}
    </>
  )
}

function Heard(props: {
  readonly id: string
  readonly one: HeardConversation
  readonly own: boolean
}) {
  const { id, one, own } = props
  return (
    <Card heading={say.theme.inPlace(one.where, one.people)} level={3} soft={one.takenBack}>
      {one.takenBack && <p>{say.theme.takenBack}</p>}
      <p className="cp-as-written">{one.says}</p>
      <p className="cp-small">
        <DayText day={one.heardOn} />
        {one.group !== '' && `. ${one.group}`}
      </p>
      {one.evidence.length > 0 && (
        <ul>
          {one.evidence.map((link) => (
            <li key={link}>{link}</li>
          ))}
        </ul>
      )}
      {own && !one.takenBack && (
        <Details summary={say.theme.takeBack}>
          <PageForm action={`/heard/${id}/take-back`}>
            <input type="hidden" name="conversation" value={one.conversation} />
            <TextInput name="why" label={say.theme.why} entry={freshEntry()} />
            <Button kind="secondary">{say.theme.takeBack}</Button>
          </PageForm>
        </Details>
      )}
    </Card>
  )
}

function RaiseForm({ id, entry }: { readonly id: string; readonly entry: FormEntry }) {
  const { theme } = say
  return (
    <PageForm action={`/heard/${id}/raise`}>
      <p>{theme.raiseLead}</p>
      <TextInput
        name="addressee"
        label={theme.addressee}
        hint={theme.addresseeHint}
        entry={entry}
        width={10}
        spellCheck={false}
      />
      <Textarea name="asks" label={theme.asks} hint={theme.asksHint} entry={entry} rows={4} />
      <Button>{theme.raise}</Button>
    </PageForm>
  )
}

// More would not fit beside the other questions: the area is then written.
const MOST_BOXES = 12

/** The paper twin: the same questions with room to write. */
export function SheetPage({ areas }: { readonly areas: readonly Area[] }) {
  const { form, sheet } = say
  const lines = ['one', 'two', 'three', 'four', 'five']
  const short = [form.theme, form.where, form.group, form.people, form.heardOn]
  return (
    <>
      <PageHeading lead={sheet.lead}>{sheet.title}</PageHeading>
      <PrintButton />
      {short.map((question) => (
        <div key={question} className="cp-paper-question">
          <p>
            <strong>{question}</strong>
          </p>
          <div className="cp-paper-line" />
        </div>
      ))}
      <div className="cp-paper-question">
        <p>
          <strong>{form.area}</strong>
        </p>
        {areas.length > MOST_BOXES ? (
          <div className="cp-paper-line" />
        ) : (
          <ul className="cp-paper-choices">
            {[...areas.map(({ name }) => name), form.noArea].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </div>
      {[form.says, form.evidence].map((question) => (
        <div key={question} className="cp-paper-question">
          <p>
            <strong>{question}</strong>
          </p>
          {lines.map((line) => (
            <div key={line} className="cp-paper-line" />
          ))}
        </div>
      ))}
      <p>
        <strong>{sheet.agreed}</strong>
      </p>
      <p>{sheet.typed}: ____________</p>
    </>
  )
}
