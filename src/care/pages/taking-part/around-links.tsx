// The way from a plan to what stands around it: visits, people, meetings, things to read.
import type { Language } from '../../../web/index.ts'
import { takingPartWords } from '../../words/taking-part-words.ts'

/** `person` is null on one's own plan. */
export function AroundPlan(props: { readonly person: string | null; readonly language: Language }) {
  const { person, language } = props
  const say = takingPartWords.in(language)
  if (person === null) {
    return (
      <p>
        <a href="/care">{say.title}</a>
      </p>
    )
  }
  const base = `/people/${person}/care`
  const links = [
    ['network', say.theirs.network],
    ['visits', say.theirs.visits],
    ['information', say.theirs.information],
    ['meetings', say.theirs.meetings],
  ] as const
  return (
    <nav aria-label={say.theirs.around}>
      <ul>
        {links.map(([page, text]) => (
          <li key={page}>
            <a href={`${base}/${page}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
