// Rule 5: who writes facts, who writes projections, and how personal data leave a store.
import { dotted, type Node, nodesIn, type Source, walk } from '../source.ts'
import { layerOf, roomOf } from '../table.ts'
import { type Offence, type Rule, sourcesIn, type Tree } from '../tree.ts'
import { type Mention, sqlIn, tablesOf } from './schemas.ts'

export const onlyTheLogWritesFacts: Rule = {
  says: 'Only the log has tables of facts',
  find: (tree) =>
    tablesOf(tree)
      .filter(({ kind, path }) => kind === 'fact' && roomOf(path) !== 'log')
      .map(({ path, line, name }) => ({ path, line, says: `${name} is a table of facts` })),
}

const table = String.raw`\s+(?:only\s+|lateral\s+)?"?(\w+)"?\."?(\w+)`
const writing = ['insert into', 'update', 'delete from', 'truncate', 'truncate table', 'merge into']
const writes = new RegExp(`\\b(?:${writing.join('|').replaceAll(' ', '\\s+')})${table}`, 'gi')
const reads = new RegExp(`\\b(?:from|join)${table}`, 'gi')

/** The tables that a place in the code writes to, or reads from. */
function tablesTouched({ text, call }: Mention, spoken: RegExp, built: RegExp): string[] {
  if (call !== '') return built.test(call) ? [text.split(/\s/)[0] ?? ''] : []
  return Array.from(text.matchAll(spoken), ([, schema, table]) => `${schema}.${table}`)
}

export const onlyProjectionsWriteProjections: Rule = {
  says: 'Only a file that declares a projection writes the rows of a projection table',
  find: (tree) => {
    const projected = new Set(
      tablesOf(tree)
        .filter(({ kind }) => kind === 'projection')
        .map(({ name }) => name),
    )
    return sourcesIn(tree, 'src/')
      .filter((source) => roomOf(source.path) !== 'log' && !declaresProjection(source))
      .flatMap((source) =>
        sqlIn(source).flatMap((mention) =>
          tablesTouched(mention, writes, /^(?:insertInto|updateTable|deleteFrom|mergeInto)$/)
            .filter((table) => projected.has(table))
            .map((table) => offence(mention, `${table} is a projection and is written here`)),
        ),
      )
  },
}

const offence = ({ source, line }: Mention, says: string): Offence => ({
  path: source.path,
  line,
  says,
})

function declaresProjection(source: Source): boolean {
  let found = false
  walk(source.program, (node) => {
    found ||= node.type === 'CallExpression' && dotted(node.callee) === 'projection'
  })
  return found
}

export const aLookLetsPersonalDataOut: Rule = {
  says:
    'Where a room may use sharing, a store file that reads personal tables exports only ' +
    'functions that take a Look',
  find: (tree) => {
    const personal = new Set(
      tablesOf(tree)
        .filter(({ about }) => about === 'personal' || about === 'lookup')
        .map(({ name }) => name),
    )
    return sourcesIn(tree, 'src/')
      .filter((source) => layerOf(source.path) === 'store' && mayShare(tree, source))
      .filter((source) => readsAny(source, personal))
      .flatMap((source) => functionsWithoutLook(source))
  },
}

const mayShare = (tree: Tree, { path }: Source): boolean =>
  tree.table.rooms.get(roomOf(path) ?? '')?.mayUse.has('sharing') ?? false

const readsAny = (source: Source, tables: ReadonlySet<string>): boolean =>
  sqlIn(source).some((mention) =>
    tablesTouched(mention, reads, /^(?:selectFrom|from|using|\w+Join)$/).some((table) =>
      tables.has(table),
    ),
  )

function functionsWithoutLook(source: Source): Offence[] {
  return nodesIn(source.program.body)
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .flatMap((node) => functionsIn(node))
    .filter(({ made }) => !nodesIn(made.params).some(takesLook))
    .map(({ name, made }) => ({
      path: source.path,
      line: source.lineAt(made.start),
      says: `${name} may give out personal data and takes no Look`,
    }))
}

/** The functions that one export makes, by name. */
function functionsIn(node: Node): { name: string; made: Node }[] {
  const [declared] = nodesIn(node.declaration)
  if (declared?.type === 'FunctionDeclaration') {
    return [{ name: dotted(declared.id), made: declared }]
  }
  return nodesIn(declared?.declarations).flatMap((one) => {
    const [made] = nodesIn(one.init)
    return made !== undefined && /Function/.test(made.type) ? [{ name: dotted(one.id), made }] : []
  })
}

function takesLook(param: Node): boolean {
  let found = false
  walk(param, (node) => {
    found ||= node.type === 'TSTypeReference' && dotted(node.typeName) === 'Look'
  })
  return found
}
