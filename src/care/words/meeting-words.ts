// The words of network meetings as a catalogue: English everywhere, Welsh for titles and steps.
import { catalogue } from '../../web/index.ts'
import { meetingEnglish } from './meeting-en.ts'

export const meetingWords = catalogue(meetingEnglish, {
  title: 'Cyfarfodydd rhwydwaith',
  notAll: 'Efallai nad dyma’r cyfan.',
  call: 'Galw cyfarfod',
  callTitle: 'Galw eich rhwydwaith ynghyd',
  meeting: 'Cyfarfod rhwydwaith',
  begin: 'Rydw i yma: dechrau’r cyfarfod',
  end: 'Dod â’r cyfarfod i ben',
  back: 'Cyfarfodydd rhwydwaith',
})

export type MeetingWords = ReturnType<(typeof meetingWords)['in']>
