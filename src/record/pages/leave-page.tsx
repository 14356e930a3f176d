// Taking everything with you: what is in the file, what is not, and the button that makes it.
import { Button, type Language, PageForm, PageHeading, WarningCallout } from '../../web/index.ts'
import { leaveWords } from '../words/leave-words.ts'

export function LeavePage({ language }: { readonly language: Language }) {
  const say = leaveWords.in(language)
  return (
    <div className="cp-reading-width">
      <PageHeading lead={say.lead}>{say.title}</PageHeading>
      <h2>{say.holds}</h2>
      <ul>
        {Object.values(say.holdsList).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <WarningCallout heading={say.care}>
        <p>{say.careSays}</p>
        <p>
          <b>{say.whole}.</b> {say.wholeSays}
        </p>
      </WarningCallout>
      <p>{say.afresh}</p>
      <PageForm action="/record/leave">
        <Button>{say.button}</Button>
      </PageForm>
      <p className="cp-small">
        {say.long} {say.told}
      </p>
      <h2>{say.without}</h2>
      <p>{say.withoutSays}</p>
      <h2>{say.check}</h2>
      <p>{say.checkSays}</p>
      <pre className="cp-command">npx coproduce verify everything.zip</pre>
    </div>
  )
}
