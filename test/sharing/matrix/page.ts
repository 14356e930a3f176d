// The page that says who sees what, read as tables: what is expected of every address.
import { readFileSync } from 'node:fs'

export const PAGE = 'docs/safety/who-sees-what.md'

/** Those who ask, in the order of the columns. */
export const visitors = ['Nobody', 'Asha', 'Ravi', 'Sian', 'Ewa', 'Gwen', 'Elin', 'Ceri'] as const
export type VisitorName = (typeof visitors)[number]

export type Answers = Readonly<Record<VisitorName, string>>

export type WhoSeesWhat = {
  /** Each address with its method, and what kind of page it is. */
  readonly addresses: ReadonlyMap<string, string>
  /** Every state that the table of answers names. */
  readonly states: readonly string[]
  /** What a kind of page, or an address, answers in a state; null where no table says. */
  expected(kind: string, state: string, address?: string): Answers | null
  /** Whether the kind answers the same in any state, as the table says. */
  isSame(kind: string): boolean
}

const text = readFileSync(new URL(`../../../${PAGE}`, import.meta.url), 'utf8')

const FOR_A_ROLE = 'any kind for a role'
const ANY_OTHER = 'any other kind'
const roleKinds = [
  ...['administrator', 'moderator', 'listener', 'clinician', 'checker'],
  ...['answerer', 'decider', 'her practice', 'explainer', 'scrutiny'],
]

/** The rows under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const [, after = ''] = text.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first = '']) => !/^-+$/.test(first))
    .slice(1)
}

export function readPage(): WhoSeesWhat {
  const answers = new Map<string, Answers>()
  for (const [kind, state, ...cells] of rowsUnder('What each kind of page answers')) {
    const told = visitors.map((name, at) => [name, cells[at] ?? ''])
    answers.set(`${kind} in ${state}`, Object.fromEntries(told))
  }
  const acting = rowsUnder('While Ravi acts for Asha')
  const raviActing = (kind: string, address: string): string => {
    const named = (name: string) => acting.find(([one]) => one === name)
    const last = roleKinds.some((one) => kind.startsWith(one)) ? FOR_A_ROLE : ANY_OTHER
    const row = named(address) ?? named(kind) ?? named(last)
    return row?.[1] ?? ''
  }
  const usually = (kind: string, state: string) =>
    answers.get(`${kind} in ${state}`) ?? answers.get(`${kind} in any`) ?? null
  const addresses = new Map<string, string>()
  for (const [address = '', kind = ''] of rowsUnder('Every address')) {
    addresses.set(address.replaceAll('`', ''), kind)
  }
  return {
    addresses,
    states: rowsUnder('The states').map(([state = '']) => state),
    expected(kind, state, address = '') {
      if (!state.startsWith('proxy')) return usually(kind, state)
      const others = usually(kind, 'no grant')
      // Who may no longer act for her is himself again, with whom nothing is shared.
      if (others === null) return null
      const asHimself = acting.find(([one]) => one === address)?.[2] ?? others.Ravi
      if (state === 'proxy suspended') return { ...others, Ravi: asHimself }
      return { ...others, Ravi: raviActing(kind, address) }
    },
    isSame: (kind) => answers.has(`${kind} in any`),
  }
}
