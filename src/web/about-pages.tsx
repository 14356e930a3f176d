// What every visitor may read about this site: cookies, accessibility, privacy, how to check us.
import type { ReactNode } from 'react'
import { Inset } from './components/inset.tsx'
import { PageHeading } from './components/page-heading.tsx'
import { Table } from './components/table.tsx'
import { aboutWelsh } from './words/about-cy.ts'
import { aboutEnglish } from './words/about-en.ts'
import { catalogue } from './words/catalogue.ts'

export const aboutCatalogues = {
  cookies: catalogue(aboutEnglish.cookies, aboutWelsh.cookies),
  accessibility: catalogue(aboutEnglish.accessibility, aboutWelsh.accessibility),
  privacy: catalogue(aboutEnglish.privacy, aboutWelsh.privacy),
  leaveNoTrace: catalogue(aboutEnglish.leaveNoTrace, aboutWelsh.leaveNoTrace),
  check: catalogue(aboutEnglish.check, aboutWelsh.check),
}

type WordsOf<Page extends keyof typeof aboutCatalogues> = ReturnType<
  (typeof aboutCatalogues)[Page]['in']
>

export function CookiesPage({ words }: { readonly words: WordsOf<'cookies'> }) {
  return (
    <Reading title={words.title} lead={words.lead}>
      <Table
        caption={words.caption}
        columns={[{ heading: words.name }, { heading: words.does }, { heading: words.lasts }]}
        rows={[
          { key: 'session', cells: ['session', words.session, words.untilClosed] },
          { key: 'visit', cells: ['visit', words.visit, words.untilBrowserClosed] },
          { key: 'language', cells: ['language', words.language, words.oneYear] },
        ]}
      />
      <h2>{words.why}</h2>
      <p>{words.because}</p>
      <p>{words.clear}</p>
    </Reading>
  )
}

export function AccessibilityPage({ words }: { readonly words: WordsOf<'accessibility'> }) {
  return (
    <Reading title={words.title} lead={words.lead}>
      <h2>{words.can}</h2>
      <List items={words.canList} />
      <p>{words.letters}</p>
      <h2>{words.measure}</h2>
      <p>{words.standard}</p>
      <h2>{words.notYet}</h2>
      <List items={words.notYetList} />
      <h2>{words.stopped}</h2>
      <p>{words.tell}</p>
      <p>{words.unhappy}</p>
    </Reading>
  )
}

export function PrivacyPage({ words }: { readonly words: WordsOf<'privacy'> }) {
  return (
    <Reading title={words.title} lead={words.lead}>
      <Inset>
        <p>{words.demonstration}</p>
      </Inset>
      <h2>{words.keep}</h2>
      <List items={words.keepList} />
      <p>{words.chained}</p>
      <h2>{words.sees}</h2>
      <List items={words.seesList} />
      <h2>{words.never}</h2>
      <List items={words.neverList} />
      <h2>{words.rights}</h2>
      <List items={words.rightsList} />
      <p>{words.ask}</p>
      <p>{words.unhappy}</p>
    </Reading>
  )
}

export function LeaveNoTracePage({ words }: { readonly words: WordsOf<'leaveNoTrace'> }) {
  return (
    <Reading title={words.title} lead={words.lead}>
      <Inset>
        <p>{words.danger}</p>
      </Inset>
      <h2>{words.quickly}</h2>
      <List items={words.quicklyList} />
      <h2>{words.after}</h2>
      <List items={words.afterList} />
      <h2>{words.hide}</h2>
      <p>{words.hideSays}</p>
      <h2>{words.limits}</h2>
      <List items={words.limitsList} />
      <h2>{words.help}</h2>
      <List items={words.helpList} />
    </Reading>
  )
}

export function CheckPage({ words }: { readonly words: WordsOf<'check'> }) {
  return (
    <Reading title={words.title} lead={words.lead}>
      <h2>{words.facts}</h2>
      <p>{words.factsSay}</p>
      <h2>{words.proofs}</h2>
      <p>{words.proofsSay}</p>
      <h2>{words.checkpoints}</h2>
      <p>{words.checkpointsSay}</p>
      <h2>{words.erased}</h2>
      <p>{words.erasedSay}</p>
      <h2>{words.how}</h2>
      <p>{words.howSay}</p>
      <pre className="cp-command">
        <code>{words.command}</code>
      </pre>
      <p>{words.result}</p>
    </Reading>
  )
}

function Reading(props: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <div className="cp-reading-width">
      <PageHeading lead={props.lead}>{props.title}</PageHeading>
      {props.children}
    </div>
  )
}

function List({ items }: { readonly items: Readonly<Record<string, string>> }) {
  return (
    <ul>
      {Object.entries(items).map(([name, text]) => (
        <li key={name}>{text}</li>
      ))}
    </ul>
  )
}
