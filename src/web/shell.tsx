// The page around every page: band, header, navigation, what the room shows, footer.
import type { ReactNode } from 'react'
import { LinkButton } from './components/button.tsx'
import { Mark } from './components/mark.tsx'
import { PageForm } from './components/page-form.tsx'
import { type PageContext, PageContextProvider, usePage } from './page-context.ts'
import type { Language, Visitor } from './route.ts'

/** `work` and `more` stand in lists of their own that open; all else stands in one line. */
export type NavigationItem = {
  readonly href: string
  readonly text: string
  readonly group?: 'work' | 'more'
}

export type ShellProps = {
  readonly title: string
  readonly main: ReactNode
  /** Null when nobody could look: then nothing is said about signing in. */
  readonly visitor: Visitor | null
  readonly demonstration: boolean
  readonly navigation: readonly NavigationItem[]
  readonly unread: { readonly count: number; readonly href: string } | null
  readonly flags: readonly string[]
  readonly back: { readonly href: string; readonly text?: string } | null
  readonly here: string | null
  /** How much of `main` is in Welsh. */
  readonly welsh: 'whole' | 'part' | 'none'
  readonly offline: boolean
  readonly assets: {
    readonly stylesheet: string
    readonly script: string
    readonly offline: string
    readonly icon: string
    readonly font: string
  }
}

/** The whole document. */
export function Shell(props: ShellProps) {
  const { language, words } = usePage()
  return (
    <html lang={language} className="nhsuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0f4f4b" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <link
          rel="preload"
          href={props.assets.font}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={props.assets.stylesheet} />
        <link rel="icon" href={props.assets.icon} type="image/svg+xml" />
        <script type="module" src={props.assets.script} />
        {props.offline && <script type="module" src={props.assets.offline} />}
      </head>
      <body className="nhsuk-template__body">
        <a className="nhsuk-skip-link" href="#maincontent">
          {words.skip}
        </a>
        {props.visitor !== null && <LeaveQuickly />}
        {props.demonstration && <DemonstrationBand />}
        <Header {...props} />
        {props.visitor?.kind === 'person' && props.visitor.actingFor && (
          <ActingBand name={props.visitor.actingFor.name} />
        )}
        {props.navigation.length > 0 && <Navigation {...props} />}
        <div className="cp-body">
          <div className="nhsuk-width-container">
            {props.back && <BackLink {...props.back} />}
            {props.flags.length > 0 && <Flags flags={props.flags} />}
            <Main main={props.main} welsh={props.welsh} />
          </div>
        </div>
        <Footer />
      </body>
    </html>
  )
}

function Main({ main, welsh }: Pick<ShellProps, 'main' | 'welsh'>) {
  const page = usePage()
  const { language, words } = page
  const english = language === 'cy' && welsh === 'none'
  // What stands in English is English throughout, so that it is read aloud as one language.
  const within: PageContext = english ? { ...page, language: 'en' } : page
  return (
    <>
      {language === 'cy' && welsh !== 'whole' && (
        <aside aria-label="Cymraeg">
          <p className="cp-untranslated">{english ? words.notInWelsh : words.partInWelsh}</p>
        </aside>
      )}
      <main
        className="nhsuk-main-wrapper"
        id="maincontent"
        tabIndex={-1}
        lang={english ? 'en' : undefined}
      >
        <PageContextProvider value={within}>{main}</PageContextProvider>
      </main>
    </>
  )
}

/** What somebody needs to be told things: on every page about them, before anything else. */
function Flags({ flags }: Pick<ShellProps, 'flags'>) {
  const { words } = usePage()
  return (
    <aside className="cp-flags" aria-label={words.flags}>
      {flags.length === 1 ? (
        <p>{flags[0]}</p>
      ) : (
        <ul>
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
    </aside>
  )
}

/** Where somebody goes who must not be seen here: a page that anybody may be looking at. */
const SOMEWHERE_ELSE = 'https://www.bbc.co.uk/weather'

/** A link that leaves at once; with scripts it also signs out and takes this page's place. */
function LeaveQuickly() {
  const { words } = usePage()
  return (
    <aside className="cp-leave" aria-label={words.leave}>
      <div className="nhsuk-width-container">
        <a href={SOMEWHERE_ELSE} rel="noreferrer" data-leave="" title={words.leaveHint}>
          {words.leave}
        </a>
      </div>
    </aside>
  )
}

function DemonstrationBand() {
  const { words } = usePage()
  return (
    <aside className="cp-demonstration" aria-label={words.demonstration}>
      <p className="nhsuk-width-container">
        <strong>{words.demonstration}</strong> {words.demonstrationSays}
      </p>
    </aside>
  )
}

/** On every page of who acts for somebody else: for whom, and the way back. */
function ActingBand({ name }: { readonly name: string }) {
  const { words } = usePage()
  return (
    <aside className="cp-acting-for" aria-label={words.actsFor(name)}>
      <div className="nhsuk-width-container">
        <p>
          <strong>{words.actsFor(name)}</strong> {words.actsForMore}
        </p>
        <PageForm action="/acting/stop">
          <LinkButton>{words.stopActingFor(name)}</LinkButton>
        </PageForm>
      </div>
    </aside>
  )
}

function Header({ visitor, unread }: ShellProps) {
  const { words } = usePage()
  return (
    <header className="cp-header">
      <div className="nhsuk-width-container cp-header-bar">
        <a className="cp-name" href="/">
          <Mark />
          <span>{words.name}</span>
        </a>
        <div className="cp-header-side">
          {visitor?.kind === 'person' && <SignedIn visitor={visitor} unread={unread} />}
          {visitor?.kind === 'nobody' && <a href="/sign-in">{words.signIn}</a>}
          {visitor !== null && <LanguageSwitch />}
        </div>
      </div>
    </header>
  )
}

function SignedIn({
  visitor,
  unread,
}: {
  readonly visitor: Extract<Visitor, { kind: 'person' }>
  readonly unread: ShellProps['unread']
}) {
  const { words } = usePage()
  return (
    <>
      <span className="cp-who">
        <span className="nhsuk-u-visually-hidden">{words.signedInAs} </span>
        <b>{visitor.name}</b>
        {visitor.acting && (
          <span className="cp-acting">
            {words.actingAs(visitor.acting.role, visitor.acting.organisation)}
          </span>
        )}
      </span>
      {unread !== null && unread.count > 0 && (
        <a href={unread.href}>{words.newMessages(unread.count)}</a>
      )}
      <PageForm action="/sign-out">
        <LinkButton>{words.signOut}</LinkButton>
      </PageForm>
    </>
  )
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

function LanguageSwitch() {
  const { language, address } = usePage()
  const other = language === 'en' ? 'cy' : 'en'
  return (
    <PageForm action="/language">
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="return" value={address ?? '/'} />
      <span lang={other}>
        <LinkButton>{languageNames[other]}</LinkButton>
      </span>
    </PageForm>
  )
}

// So many stand in the line of a telephone; the others are in the list there.
const ON_A_TELEPHONE = 2

/** One line, and lists that open without a script for what is wanted less often. */
function Navigation({ navigation, here }: ShellProps) {
  const { words } = usePage()
  const line = navigation.filter(({ group }) => group === undefined)
  const further = line.slice(ON_A_TELEPHONE)
  const work = navigation.filter(({ group }) => group === 'work')
  const more = navigation.filter(({ group }) => group === 'more')
  const isHere = (some: readonly NavigationItem[]) => some.some(({ href }) => href === here)
  const item = ({ href, text }: NavigationItem, only?: string) => (
    <li key={href + only} className={only}>
      <a href={href} aria-current={href === here ? 'page' : undefined}>
        {text}
      </a>
    </li>
  )
  return (
    <nav className="cp-navigation" aria-label={words.navigation}>
      <ul className="nhsuk-width-container">
        {line.map((one, place) => item(one, place < ON_A_TELEPHONE ? undefined : 'cp-wide'))}
        {work.length > 0 && (
          <OpensList text={words.work} holdsHere={isHere(work)}>
            {work.map((one) => item(one))}
          </OpensList>
        )}
        {isHere(further) && more.length > 0 && (
          // On a desk the page stands in the line, and this list is not where somebody is.
          <OpensList text={words.more} holdsHere={false} only="cp-wide">
            {more.map((one) => item(one))}
          </OpensList>
        )}
        {more.length + further.length > 0 && (
          <OpensList
            text={words.more}
            holdsHere={isHere(more) || isHere(further)}
            only={more.length === 0 || isHere(further) ? 'cp-narrow' : undefined}
          >
            {further.map((one) => item(one, 'cp-narrow'))}
            {more.map((one) => item(one))}
          </OpensList>
        )}
      </ul>
    </nav>
  )
}

function OpensList(props: {
  readonly text: string
  /** Whether the page that is shown is in the list. */
  readonly holdsHere: boolean
  readonly only?: string | undefined
  readonly children: ReactNode
}) {
  const { text, holdsHere, only, children } = props
  return (
    <li className={only}>
      <details className="cp-opens">
        <summary
          className={holdsHere ? 'cp-holds-here' : undefined}
          aria-current={holdsHere ? 'true' : undefined}
        >
          {text}
        </summary>
        <ul>{children}</ul>
      </details>
    </li>
  )
}

function BackLink({ href, text }: { readonly href: string; readonly text?: string }) {
  const { words } = usePage()
  return (
    <nav aria-label={words.back}>
      <a className="nhsuk-back-link" href={href}>
        {text ?? words.back}
      </a>
    </nav>
  )
}

function Footer() {
  const { words } = usePage()
  return (
    <footer className="cp-footer">
      <div className="nhsuk-width-container">
        <p className="cp-footer-name">
          <Mark />
          <span>
            <b>{words.name}</b> {words.tagline}
          </span>
        </p>
        <nav aria-label={words.footer}>
          <ul>
            {(['accessibility', 'privacy', 'cookies', 'leave-no-trace', 'check'] as const).map(
              (page) => (
                <li key={page}>
                  <a href={`/${page}`}>{words.links[page]}</a>
                </li>
              ),
            )}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
