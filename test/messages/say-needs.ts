// Saying what one needs, question by question, as a visitor of the site in memory.

type Poster<Answer> = {
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Answer>
}

const questions: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['form', { form: 'plain' }],
  ['help', {}],
  ['contact', { channel: 'inbox', address: '' }],
  ['language', { language: 'en' }],
  ['interpreter', { interpreter: '' }],
  ['note', { note: '' }],
  ['shown', { shown: 'yes' }],
]

/** Answers every question; what is not given is answered with nothing special. */
export async function answerNeeds<Answer>(
  visitor: Poster<Answer>,
  given: Readonly<Record<string, string>>,
  at = '/messages/needs/say',
): Promise<void> {
  for (const [question, usual] of questions) {
    const fields = Object.fromEntries(
      Object.entries(usual).map(([name, value]) => [name, given[name] ?? value]),
    )
    if (question === 'help' && given.needs !== undefined) fields.needs = given.needs
    if (question === 'contact' && given.phone !== undefined) fields.phone = given.phone
    await visitor.post(`${at}/${question}`, fields)
  }
}

/** Answers every question and sends it. */
export async function sayNeeds<Answer>(
  visitor: Poster<Answer>,
  given: Readonly<Record<string, string>>,
  at = '/messages/needs/say',
): Promise<Answer> {
  await answerNeeds(visitor, given, at)
  return visitor.post(`${at}/check`, {})
}
