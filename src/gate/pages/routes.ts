// The addresses of the numbers that left: for anyone to read, save and check.
import { createElement } from 'react'
import { type Id, isId, refuse } from '../../basics/index.ts'
import type { Log } from '../../log/index.ts'
import { type PageReply, type PageRequest, pageFrom, type Route } from '../../web/index.ts'
import { loadMeasure } from '../actions/release-table.ts'
import type { Measure, Opening } from '../domain/measure.ts'
import { type Policy, policyNamed } from '../domain/policies.ts'
import { refusals } from '../domain/refusals.ts'
import { listMeasures } from '../store/measures.ts'
import { words } from '../words/number-words.ts'
import { MeasureList, MeasurePage } from './number-pages.tsx'
import { csvOf } from './tables-csv.ts'

const PAGE = 50

export const routes = ({ log }: { readonly log: Log }): readonly Route[] => [
  {
    method: 'GET',
    path: '/numbers',
    access: 'anyone',
    says: 'Every kind of number about people that was published',
    handle: (request) => showList(log, request),
  },
  {
    method: 'GET',
    path: '/numbers/:measure',
    access: 'anyone',
    says: 'One kind of number: its tables, and how small ones are hidden',
    handle: (request) => withMeasure(log, request, (found) => showMeasure(request, found)),
  },
  {
    method: 'GET',
    path: '/numbers/:measure/tables.csv',
    access: 'anyone',
    says: 'The tables of one kind of number, as CSV',
    handle: (request) =>
      withMeasure(log, request, ({ measure }) => ({
        kind: 'download',
        name: 'tables.csv',
        type: 'text/csv; charset=utf-8',
        body: csvOf(measure.released),
      })),
  },
  {
    method: 'GET',
    path: '/numbers/:measure/tables.json',
    access: 'anyone',
    says: 'The tables of one kind of number, as JSON',
    handle: (request) =>
      withMeasure(log, request, ({ measure, policy }) => ({
        kind: 'download',
        name: 'tables.json',
        type: 'application/json',
        body: asJson({ ...measure.opened, rule: policy, tables: measure.released }),
      })),
  },
]

async function showList(log: Log, { query, language }: PageRequest): Promise<PageReply> {
  const page = pageFrom({ query })
  const list = await listMeasures(log.db, (page - 1) * PAGE, PAGE + 1)
  const pages = list.length > PAGE ? page + 1 : page
  const main = createElement(MeasureList, { list: list.slice(0, PAGE), page, pages, language })
  return { kind: 'page', title: words.in(language).title, main, welsh: 'part' }
}

type Found = {
  readonly id: Id
  readonly measure: Measure
  readonly opened: Opening
  readonly policy: Policy
}

async function withMeasure(
  log: Log,
  { params }: PageRequest,
  then: (found: Found) => PageReply,
): Promise<PageReply> {
  const id = params.measure
  const measure = isId(id) ? await loadMeasure(log, id) : null
  const policy = policyNamed(measure?.opened?.policy ?? '')
  if (!isId(id) || measure === null || measure.opened === null || policy === null) {
    return { kind: 'refused', refusal: refuse(refusals.measureUnknown).refusal }
  }
  return then({ id, measure, opened: measure.opened, policy })
}

function showMeasure({ language }: PageRequest, { id, measure, opened, policy }: Found): PageReply {
  const { title, says } = opened
  const tables = measure.released.toReversed()
  return {
    kind: 'page',
    title,
    main: createElement(MeasurePage, { id, title, says, policy, tables, language }),
    back: { href: '/numbers', text: words.in(language).back },
    welsh: 'part',
  }
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
