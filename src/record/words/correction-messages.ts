// What people are told about a correction request: in plain words, in easy read, and in Welsh.
import type { Day } from '../../basics/index.ts'
import { inThreeForms, type Rendering } from '../../messages/index.ts'
import { formatDueDay } from '../../web/index.ts'

export const answeredWords = (holder: string): Rendering[] =>
  inThreeForms(
    [
      'Your request for a correction is answered',
      `${holder} answered your request to correct your record. Open it to read what they did and ` +
        'why. If you do not agree, you can say so, and your words stay with the entry.',
    ],
    [
      'You have an answer',
      `You asked to change your record.\n\n${holder} has answered.\n\nOpen it to read it.\n\n` +
        'You can say if you do not agree.',
    ],
    [
      'Mae ateb i’ch cais am gywiriad',
      `Atebodd ${holder} eich cais i gywiro eich cofnod. Agorwch ef i ddarllen beth wnaethant a ` +
        'pham. Os nad ydych yn cytuno, gallwch ddweud hynny.',
    ],
  )

export const handedOnWords = (holder: string): Rendering[] =>
  inThreeForms(
    [
      'Somebody else answers your request now',
      `Your request to correct your record was handed to ${holder}. The day it is due has not ` +
        'changed.',
    ],
    [
      'Somebody else will answer you',
      `You asked to change your record.\n\n${holder} will answer you now.\n\nThe day is the same.`,
    ],
    [
      'Mae rhywun arall yn ateb eich cais',
      `Trosglwyddwyd eich cais i gywiro eich cofnod i ${holder}. Nid yw’r dyddiad wedi newid.`,
    ],
  )

export const askedBackWords = (holder: string): Rendering[] =>
  inThreeForms(
    [
      'A question about your request',
      `${holder} asks you something about your request to correct your record. Open it to read ` +
        'and answer.',
    ],
    ['A question for you', `${holder} has a question.\n\nOpen it to read it and to answer.`],
    ['Cwestiwn am eich cais', `Mae gan ${holder} gwestiwn am eich cais i gywiro eich cofnod.`],
  )

export const lateWords = (holder: string, due: Day): Rendering[] =>
  inThreeForms(
    [
      'The answer to your request is late',
      `${holder} had until ${formatDueDay(due, 'en')} to answer your request to correct your ` +
        'record. They have not answered. The page of the request says what you can do next.',
    ],
    [
      'An answer is late',
      `You asked to change your record.\n\n${holder} should have answered by ` +
        `${formatDueDay(due, 'en')}.\n\nThey have not.\n\nOpen it to see what you can do.`,
    ],
    [
      'Mae’r ateb i’ch cais yn hwyr',
      `Roedd gan ${holder} tan ${formatDueDay(due, 'cy')} i ateb eich cais i gywiro eich cofnod.`,
    ],
  )

/** Somebody at work wrote an entry. */
export const wroteWords = (who: string): Rendering[] =>
  inThreeForms(
    ['Something new is in your record', `${who} wrote in your record. Open it to read it.`],
    ['Something new in your record', `${who} wrote in your record.\n\nOpen it to read it.`],
    ['Mae rhywbeth newydd yn eich cofnod', `Ysgrifennodd ${who} yn eich cofnod.`],
  )

/** To those who answer for the holder: nothing of whose it is, or about what. */
export const waitsWords = (due: Day): Rendering[] =>
  inThreeForms(
    [
      'A correction request waits',
      `Somebody asks you to correct their record, or added to such a request. The answer is due ` +
        `${formatDueDay(due, 'en')}. Open the list to read it.`,
    ],
    [
      'A request waits',
      `Somebody asks you to correct their record.\n\nThe answer is due ` +
        `${formatDueDay(due, 'en')}.\n\nOpen the list to read it.`,
    ],
    [
      'Mae cais am gywiriad yn aros',
      `Mae rhywun yn gofyn i chi gywiro eu cofnod. Mae’r ateb i’w roi erbyn ` +
        `${formatDueDay(due, 'cy')}.`,
    ],
  )
