// What everybody in the town was told: messages that somebody has read, and one that is new.
import { openMessage, type Rendering, tell } from '../../messages/index.ts'
import { cast } from '../cast.ts'
import { townId } from '../names.ts'
import { done, type Story } from '../town.ts'

const rendering = (form: string, language: string, subject: string, body: string): Rendering => ({
  form,
  language,
  subject,
  body,
})

const recordCame = [
  rendering(
    'plain',
    'en',
    'Your record is here now',
    'We have sent what stands in your record at our surgery. Nobody sees it here unless you say ' +
      'so. If something is wrong, ask us to correct it from the entry itself.',
  ),
  rendering(
    'easy-read',
    'en',
    'Your record is here',
    'Your record is here now. Only you can see it. You can show it to others. If something is ' +
      'wrong, tell us.',
  ),
  rendering(
    'plain',
    'cy',
    'Mae eich cofnod yma nawr',
    'Rydym wedi anfon yr hyn sydd yn eich cofnod yn y feddygfa. Does neb yn ei weld yma oni bai ' +
      'eich bod chi’n dweud.',
  ),
]

const groupMeets = [
  rendering(
    'plain',
    'en',
    'The patient group meets on Tuesday',
    'At six, in the library. We talk about the phones at eight in the morning, and what ' +
      'the board has not answered yet. Everybody is welcome, and there is tea.',
  ),
]

/** The surgery says that records have come; the patient group invites those who work here. */
export const inTheInbox: Story = {
  name: 'in-the-inbox',
  async tell({ at }) {
    for (const { person, group } of cast) {
      const own = group === 'people' || group === 'carers'
      const message = townId(`${own ? 'record came' : 'group meets'} ${person}`)
      const from = own ? 'Oak Lane Surgery' : 'Oak Lane Patient Group'
      const draft = own
        ? { from, renderings: recordCame, leadsTo: '/record' }
        : { from, renderings: groupMeets, leadsTo: null }
      done(await tell(at(own ? 45 : 2, '18:05'), person, message, draft))
      if (own) await openMessage(at(44, '20:30'), person, message)
    }
  },
}
