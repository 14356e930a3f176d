// What a person's home page says of their care: the way to it, and nothing of it.
import type { HomePart } from '../../../identity/index.ts'
import { Card } from '../../../web/index.ts'
import { takingPartWords } from '../../words/taking-part-words.ts'

/** For whoever is there as themselves; nothing is read for it, so it leaves no receipt. */
export const careAtHome: HomePart = async ({ language }, { acting }) => {
  if (acting !== null) return null
  const say = takingPartWords.in(language)
  return {
    shows: (
      <Card heading={say.title} href="/care" soft>
        <p>{say.atHome}</p>
      </Card>
    ),
  }
}
