// What a person is told when what they keep was opened in an emergency: plain, easy read, Welsh.
import type { Instant } from '../../basics/index.ts'
import type { Rendering } from '../../messages/index.ts'
import { formatInstant } from '../../web/index.ts'

export const emergencyWords = (told: {
  readonly who: string
  readonly organisation: string
  readonly reason: string
  readonly endsAt: Instant
}): Rendering[] => {
  const { who, organisation, reason, endsAt } = told
  const until = formatInstant(endsAt, 'en')
  return [
    {
      form: 'plain',
      language: 'en',
      subject: 'Your record was opened in an emergency',
      body:
        `${who} at ${organisation} opened what you keep here. They wrote: “${reason}” It ends ` +
        `by itself: ${until}. You can stop it sooner on the page “Share”. “Who looked” shows ` +
        'what they saw. Somebody checks every one of these.',
    },
    {
      form: 'easy-read',
      language: 'en',
      subject: 'Somebody opened your record',
      body:
        `${who} opened your record.\n\nThey work at ${organisation}.\n\nThey said why: ` +
        `“${reason}”\n\nThey can look until ${until}.\n\nYou can stop it now.\n\nGo to the ` +
        'page called Share.',
    },
    {
      form: 'plain',
      language: 'cy',
      subject: 'Agorwyd eich cofnod mewn argyfwng',
      body:
        `Agorodd ${who} yn ${organisation} yr hyn rydych yn ei gadw yma. Ysgrifennodd: ` +
        `“${reason}” Daw i ben ar ei ben ei hun: ${formatInstant(endsAt, 'cy')}. Gallwch ei ` +
        'atal yn gynt ar y dudalen “Rhannu”.',
    },
  ]
}
