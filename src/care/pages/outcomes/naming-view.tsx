// The questions by which a person names what they want: words, five levels, weight, privacy.
import { type FormEntry, Radios, Textarea, TextInput, typedAt } from '../../../web/index.ts'
import { LEVELS } from '../../domain/outcomes/outcomes.ts'
import { outcomesWords } from '../../words/outcomes-words.ts'

const say = outcomesWords.in('en')
const { naming, levels } = say

type ViewProps = { readonly entry: FormEntry }

function Says({ entry }: ViewProps) {
  const [template = ''] = typedAt(entry.typed, 'template')
  return (
    <>
      <Textarea
        name="says"
        label={naming.says}
        hint={naming.saysHint}
        entry={entry}
        rows={3}
        asHeading
      />
      {template !== '' && <input type="hidden" name="template" value={template} />}
    </>
  )
}

/** What is hoped for comes first: the others are said from there. */
const inOrder = [2, 3, 4, 1, 0] as const

function Scale({ entry }: ViewProps) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{naming.scaleTitle}</h1>
      <p>{naming.scaleLead}</p>
      {inOrder.map((place) => (
        <TextInput
          key={place}
          name={`level-${place}`}
          label={levels[String(LEVELS[place]) as '0']}
          entry={entry}
        />
      ))}
    </>
  )
}

function Importance({ entry }: ViewProps) {
  const choices = Array.from({ length: 10 }, (_, place) => String(place + 1))
  return (
    <Radios
      name="importance"
      label={naming.importance}
      entry={entry}
      choices={choices.map((value) => ({ value, text: value }))}
      inline
      asHeading
    />
  )
}

function Private({ entry }: ViewProps) {
  return (
    <Radios
      name="labels"
      label={naming.private}
      hint={naming.privateHint}
      entry={entry}
      choices={[
        { value: 'none', text: naming.none },
        ...Object.entries(naming.labels).map(([value, text]) => ({ value, text })),
      ]}
      asHeading
    />
  )
}

/** The five levels, from much more to much less than hoped. */
export function ScaleShown(props: { readonly levels: readonly string[] }) {
  return (
    <dl className="cp-levels">
      {LEVELS.toReversed().map((level) => (
        <div key={level}>
          <dt>
            <b>{levels[String(level) as '0']}</b>
          </dt>
          <dd>{props.levels[level + 2]}</dd>
        </div>
      ))}
    </dl>
  )
}

export const namingViews = {
  says: Says,
  scale: Scale,
  importance: Importance,
  private: Private,
  scaleShown: ScaleShown,
}
export type NamingView = Exclude<keyof typeof namingViews, 'scaleShown'>
