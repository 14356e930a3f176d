// The addresses of packs of evidence: for anyone to read, print, take and check.
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  type Id,
  type Instant,
  isId,
  LONDON,
  parseDay,
  refuse,
} from '../../basics/index.ts'
import { findCheckpoint, type Log } from '../../log/index.ts'
import { loadPlace } from '../../places/index.ts'
import type { SigningKey } from '../../plumbing/index.ts'
import {
  formatMonth,
  freshEntry,
  type Language,
  type PageReply,
  type PageRequest,
  type Route,
  renderAlone,
} from '../../web/index.ts'
import { type MadePack, makePackOf, type PackRequest, sealPack } from '../actions/make-pack.ts'
import { fileText, type Pack } from '../domain/pack.ts'
import { refusals } from '../domain/refusals.ts'
import { keyOf } from '../domain/trace.ts'
import { words } from '../words/words.ts'
import { FactsPage, FactsTable, fileName, NoPackPage, PackBody, PackPage } from './pack-page.tsx'

export type EvidenceDeps = {
  readonly log: Log
  /** The signing keys, oldest first. */
  keys(): Promise<readonly SigningKey[]>
}

const here = '/have-a-say'

export const routes = (deps: EvidenceDeps): readonly Route[] => [
  {
    method: 'GET',
    path: '/evidence/:place',
    access: 'anyone',
    says: 'The pack of evidence of a service and a period, to read and print',
    handle: (request) => withPack(deps, request, showPack),
  },
  {
    method: 'GET',
    path: '/evidence/:place/facts',
    access: 'anyone',
    says: 'The facts that one sentence of a pack rests on',
    handle: (request) => withPack(deps, request, showFacts),
  },
  {
    method: 'GET',
    path: '/evidence/:place/pack.json',
    access: 'anyone',
    says: 'The pack as a file that anybody can check',
    handle: (request) => withPack(deps, request, (made) => giveFile(deps, made)),
  },
  {
    method: 'GET',
    path: '/evidence/:place/pack.html',
    access: 'anyone',
    says: 'The pack as a page to keep, with every fact it rests on',
    handle: (request) => withPack(deps, request, givePage),
  },
]

type Show = (made: MadePack, request: PageRequest) => PageReply | Promise<PageReply>

async function withPack({ log }: EvidenceDeps, request: PageRequest, show: Show) {
  const { params, query, language } = request
  const service = params.place
  const place = isId(service) ? await loadPlace(log, service) : null
  if (!isId(service) || place?.kind !== 'service') return refused(refusals.serviceUnknown)
  const number = /^[1-9]\d{0,6}$/.test(query.checkpoint ?? '') ? Number(query.checkpoint) : null
  const found = await findCheckpoint(log.db, number)
  if (found === null) {
    const title = words.in(language).noPack
    return { kind: 'page', title, main: <NoPackPage language={language} />, here } as const
  }
  const day = dayIn(LONDON, found.checkpoint.at as Instant)
  const period = periodIn(query, day)
  if (period === null) return refused(refusals.periodWrong)
  const asked: PackRequest = { service, ...period, checkpoint: found.checkpoint.number }
  const made = await makePackOf(log, asked)
  return made.ok ? show(made.value, request) : refused(made.refusal)
}

const refused = (refusal: Parameters<typeof refuse>[0]): PageReply => ({
  kind: 'refused',
  refusal: refuse(refusal).refusal,
})

type Query = PageRequest['query']

/** The period that an address names: by its two days, a code, or the last twelve months. */
function periodIn(query: Query, day: Day): { from: Day; until: Day } | null {
  if (query.from !== undefined || query.until !== undefined) {
    const from = parseDay(query.from ?? '')
    const until = parseDay(query.until ?? '')
    return from.ok && until.ok ? { from: from.value, until: until.value } : null
  }
  const period = query.period ?? ''
  if (/^20\d\d$/.test(period)) {
    return { from: `${period}-01-01` as Day, until: `${period}-12-31` as Day }
  }
  const [, year, quarter] = /^(20\d\d)-Q([1-4])$/.exec(period) ?? []
  if (year !== undefined) {
    const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01` as Day
    return { from, until: addDays(addMonths(from, 3), -1) }
  }
  return { from: addDays(addMonths(day, -12), 1), until: day }
}

/** Twelve months, the last three years, and the last five quarters. */
function periodsUntil(day: Day, language: Language) {
  const say = words.in(language)
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  const quarters = Array.from({ length: 5 }, (_, back) => {
    const at = year * 4 + quarter - 1 - back
    const value = `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
    const month = (one: number) =>
      formatMonth(`${Math.floor(at / 4)}-${String(one).padStart(2, '0')}-01` as Day, language)
    const first = (at % 4) * 3 + 1
    return { value, text: say.quarter(month(first), month(first + 2)) }
  })
  const years = [year, year - 1, year - 2].map((one) => ({
    value: `${one}`,
    text: say.year(`${one}`),
  }))
  return [{ value: '', text: say.lastYear }, ...years, ...quarters]
}

const addressOf = (service: Id): string => `/evidence/${service}`

const queryOf = ({ from, until, checkpoint }: Pack): string =>
  `from=${from}&until=${until}&checkpoint=${checkpoint.number}`

function showPack({ pack }: MadePack, { query, language }: PageRequest): PageReply {
  const props = {
    pack,
    language,
    at: addressOf(pack.service.id),
    query: queryOf(pack),
    periods: periodsUntil(pack.asOf, language),
    entry: freshEntry({ period: query.period ?? '' }),
  }
  const say = words.in(language)
  return {
    kind: 'page',
    title: say.title(pack.service.name),
    main: <PackPage {...props} />,
    here,
    back: { href: `/stories/about/${pack.service.id}`, text: say.stories },
    welsh: 'part',
  }
}

const PAGE = 100

function showFacts({ pack }: MadePack, { query, language }: PageRequest): PageReply {
  const sentence = pack.sentences[Number(query.sentence ?? '') - 1]
  if (sentence === undefined) return refused(refusals.sentenceUnknown)
  const from = /^[1-9]\d{0,6}$/.test(query.after ?? '') ? Number(query.after) : 0
  const byKey = new Map(pack.facts.map((one) => [keyOf(one), one]))
  const rests = sentence.rests.slice(from, from + PAGE)
  const facts = rests.flatMap((key) => byKey.get(key) ?? [])
  const at = addressOf(pack.service.id)
  const more = from + PAGE < sentence.rests.length
  const next = `${at}/facts?${queryOf(pack)}&sentence=${query.sentence}&after=${from + PAGE}`
  const say = words.in(language)
  const main = (
    <FactsPage sentence={sentence} facts={facts} older={more ? next : null} language={language} />
  )
  const back = { href: `${at}?${queryOf(pack)}`, text: say.back }
  return { kind: 'page', title: say.factsTitle, main, here, back, welsh: 'part' }
}

async function giveFile({ log, keys }: EvidenceDeps, made: MadePack): Promise<PageReply> {
  const file = await sealPack(log, made, await keys())
  if (!file.ok) return refused(file.refusal)
  const name = fileName(made.pack, 'json')
  return { kind: 'download', name, type: 'application/json', body: fileText(file.value) }
}

function givePage({ pack }: MadePack, { language, now }: PageRequest): PageReply {
  const say = words.in(language)
  const main = (
    <>
      <PackBody
        pack={pack}
        language={language}
        rests={({ rests }) =>
          rests.map((key, at) => (
            <a key={key} href={`#fact-${key}`}>
              [{at + 1}]
            </a>
          ))
        }
      />
      <h2>{say.factsTitle}</h2>
      <p>{say.factsLead}</p>
      <FactsTable facts={pack.facts} language={language} />
    </>
  )
  const body = renderAlone({ title: say.title(pack.service.name), main }, language, now)
  return { kind: 'download', name: fileName(pack, 'html'), type: 'text/html', body }
}
