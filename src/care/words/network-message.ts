// What somebody is told who was put on a map: in plain words, in easy read, and in Welsh.
import type { Rendering } from '../../messages/index.ts'
import { networkEnglish } from './network-en.ts'

export const askedWords = (name: string): Rendering[] => {
  const { message, easy } = networkEnglish.asked
  return [
    { form: 'plain', language: 'en', subject: message.subject, body: message.body(name) },
    { form: 'easy-read', language: 'en', subject: message.subject, body: easy(name) },
    {
      form: 'plain',
      language: 'cy',
      subject: 'Rhoddodd rhywun chi ar eu map',
      body:
        `Rhoddodd ${name} chi ar fap o’r bobl o’u cwmpas. A gaiff eraill weld yr enw a roddwyd i ` +
        'chi yno? Chi sy’n penderfynu. Nes i chi ddweud ie, nid oes neb arall yn ei weld.',
    },
  ]
}
