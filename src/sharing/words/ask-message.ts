// What a person is told when somebody asks them to share: plain and easy read.
import type { Rendering } from '../../messages/index.ts'

export const askWords = (told: {
  readonly who: string
  readonly role: string
  readonly organisation: string
  readonly purpose: string
}): Rendering[] => {
  const { who, role, organisation, purpose } = told
  return [
    {
      form: 'plain',
      language: 'en',
      subject: 'Somebody asks you to share',
      body:
        `${who} (${role} at ${organisation}) asks you to share what you keep here, for ` +
        `${purpose}. You can say yes, yes but less, or no. If you say nothing, nothing is shared.`,
    },
    {
      form: 'easy-read',
      language: 'en',
      subject: 'Somebody asks you to share',
      body:
        `${who} works at ${organisation}.\n\nThey ask to see your record.\n\nIt is for ` +
        `${purpose}.\n\nYou can say yes.\n\nYou can say no.\n\nIf you do nothing, they see nothing.`,
    },
  ]
}
