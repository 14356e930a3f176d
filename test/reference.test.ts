// The reference pages say what the code says, and what they list is whole and never twice.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { everyRoute, key, routesOfRooms } from '../scripts/reference/addresses.ts'
import { everyRule } from '../scripts/reference/dated-rules.ts'
import { everyRefusal } from '../scripts/reference/errors.ts'
import { everyFactKind } from '../scripts/reference/facts.ts'
import { tablesIn } from '../scripts/reference/migration-text.ts'
import { has, modulesAt, pathsAt, root, textAt } from '../scripts/reference/modules.ts'
import { referencePages } from '../scripts/reference.ts'
import { dotted, nodesIn, readSource, walk } from './house/source.ts'

const pages = await referencePages()
const sources = pathsAt('src/**/*.{ts,tsx}').filter((path) => !path.endsWith('/refusals.ts'))

describe('A reference page', () => {
  for (const [path, made] of Object.entries(pages)) {
    it(`says in ${path} what the code says now; npm run reference writes it anew`, () => {
      assert.equal(readFileSync(`${root}/${path}`, 'utf8'), made)
    })
  }
})

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.indexOf(name) !== at)
const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

describe('A refusal', async () => {
  const refusals = (await everyRefusal()).map(({ thing }) => thing)

  it('has a code of its own', () => {
    assert.deepEqual(twice(refusals.map(({ code }) => code)), [])
    assert.deepEqual(
      refusals.filter(({ code }) => !kebab.test(code)),
      [],
    )
  })

  it('says what happened and what to do next, in calm plain words', () => {
    for (const { code, says, next } of refusals) {
      assert.match(says, /^[A-Z{].{8,}/, code)
      assert.match(next, /^[A-Z{].{8,}\.$/, code)
      assert.doesNotMatch(
        `${says} ${next}`,
        /\b(?:please|invalid|illegal|oops|failed|sorry)\b/i,
        code,
      )
    }
  })

  it('is defined in a file named refusals.ts and nowhere else', () => {
    const elsewhere = sources.filter((path) => {
      let found = false
      walk(readSource(path, textAt(path)).program, (node) => {
        if (node.type !== 'ObjectExpression') return
        const keys = nodesIn(node.properties).map((property) => dotted(property.key))
        found ||= ['code', 'says', 'next', 'http'].every((key) => keys.includes(key))
      })
      return found
    })
    assert.deepEqual(elsewhere, [])
  })

  it('is used by the code', async () => {
    const text = sources.map(textAt).join('\n')
    const unused = (await modulesAt('src/**/refusals.ts')).flatMap(({ path, exports }) =>
      Object.entries(exports)
        .flatMap(([name, value]) =>
          has(value, 'code', 'says') ? [name] : Object.keys(Object(value)).map((key) => `.${key}`),
        )
        .filter((name) => !new RegExp(`${name.replace('.', '\\.')}\\b`).test(text))
        .map((name) => `${path}: ${name}`),
    )
    assert.deepEqual(unused, [])
  })

  it('is there when the words above a function name it', () => {
    const known = new Set(refusals.map(({ code }) => code))
    const unknown = sources.flatMap((path) =>
      Array.from(textAt(path).matchAll(/Refuses(?: with)?:?((?:[^*@]|\n \*(?! @|\/))*)/g))
        .flatMap(([, said = '']) => Array.from(said.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)))
        .map(([, code = '']) => code)
        .filter((code) => !known.has(code))
        .map((code) => `${path}: ${code}`),
    )
    assert.deepEqual(unknown, [])
  })
})

describe('A kind of fact', async () => {
  const kinds = (await everyFactKind()).map(({ thing }) => thing)

  it('has a name of its own in the whole product, and a sentence', () => {
    assert.deepEqual(twice(kinds.map(({ kind }) => kind)), [])
    for (const { kind, says } of kinds) {
      assert.match(kind, kebab)
      assert.match(says, /^[A-Z].{8,}/, kind)
    }
  })

  it('brings a body of any earlier version up to today', () => {
    for (const { kind, version, upcasts = [] } of kinds) {
      assert.equal(upcasts.length, version - 1, kind)
    }
  })
})

describe('A dated rule', async () => {
  it('says from when it holds, and where it is written', async () => {
    for (const { thing } of await everyRule()) {
      assert.match(thing.from, /^\d{4}-\d{2}-\d{2}$/, thing.says)
      assert.ok(thing.until === undefined || thing.until > thing.from, thing.says)
      assert.ok(thing.source.length > 8 && /^[A-Z].*[^.]$/.test(thing.says), thing.says)
      assert.match(thing.confirmed ?? thing.from, /^\d{4}-\d{2}-\d{2}$/, thing.says)
    }
  })
})

describe('An address', async () => {
  it('is answered by one route', async () => {
    const routes = (await everyRoute()).map(({ thing }) => thing)
    assert.ok(routes.length > 0)
    assert.deepEqual(twice(routes.map(key)), [])
    for (const { path, says } of routes) assert.match(says, /^[A-Z].{8,}[^.]$/, path)
  })

  it('is answered when a room has a route for it', async () => {
    const answered = new Set((await everyRoute()).map(({ thing }) => key(thing)))
    const own = (await routesOfRooms()).map(({ thing }) => key(thing))
    assert.deepEqual(
      own.filter((one) => !answered.has(one)),
      [],
    )
  })
})

describe('The tables read from migrations', () => {
  const sql = `
    -- projection, lookup: who has this
    -- number
    create table voice.numbers ( -- (one each)
      number text primary key, person uuid not null default gen_random_uuid(),
      price numeric(10, 2), constraint fair check (price > 0), unique (person, number)
    );
    -- scratch
    create table if not exists "voice"."drafts" (person uuid primary key);
    alter table voice.drafts add column page text unique;
    create unique index drafts_page on voice.drafts using btree (person, lower(page)) where true;
    create table voice.gone (a int); drop table voice.gone;`

  it('have their kind, whom they are about, columns and keys', () => {
    assert.deepEqual(
      tablesIn(sql).map(({ offset, ...table }) => table),
      [
        {
          name: 'voice.numbers',
          kind: 'projection',
          about: 'lookup',
          says: 'who has this number',
          columns: ['number', 'person', 'price'],
          keys: [['number'], ['person', 'number']],
        },
        {
          name: 'voice.drafts',
          kind: 'scratch',
          about: 'personal',
          says: '',
          columns: ['person', 'page'],
          keys: [['person'], ['page'], ['person', 'lower(page)']],
        },
      ],
    )
  })
})
