// What those are told who were called to a network meeting: no word of why.
import type { Rendering } from '../../messages/index.ts'

export const calledWords = (name: string, crisis: boolean): Rendering[] => [
  {
    form: 'plain',
    language: 'en',
    subject: crisis ? 'You are asked to meet within a day' : 'You are asked to a meeting',
    body: crisis
      ? `${name} asks the people around them to meet, within 24 hours if you can. Call them to say whether you can come.`
      : `${name} asks the people around them to meet. Call them to say when you can come.`,
  },
  {
    form: 'easy-read',
    language: 'en',
    subject: 'You are asked to meet',
    body: `${name} wants to meet people they trust.\n\nYou are one of them.\n\nCall ${name} to say if you can come.`,
  },
  {
    form: 'plain',
    language: 'cy',
    subject: 'Gofynnir i chi gyfarfod',
    body: `Mae ${name} yn gofyn i’r bobl o’u cwmpas gyfarfod. Ffoniwch nhw i ddweud a allwch ddod.`,
  },
]
