// A story with a photo that moderators looked at, and one that its author took back.
import { sha256 } from '../../plumbing/index.ts'
import { keepDraftPhoto, type StoryRef, withdrawStory } from '../../voice/index.ts'
import { people, townId } from '../names.ts'
import { drawPng } from '../picture.ts'
import { done, type Story, type Town } from '../town.ts'
import { browserOf, type Tale, tellTale } from './first-tales.ts'

const { arthur, marcus } = people

export const shownAndTakenBack: Story = {
  name: 'shown-and-taken-back',
  async tell(town) {
    await withAPhoto(town)
    await takenBack(town)
  },
}

const broken: Tale = {
  name: 'broken-rail',
  by: arthur,
  about: 'concern',
  daysAgo: 27,
  title: 'The handrail has a gap where I need it',
  happened: 'The rail beside the steps ends two steps too early. I took a photo of it.',
  better: 'Let the rail go down to the ground.',
  at: 'oak-lane-practice',
  level: 1,
  area: 2,
  answers: [
    {
      daysAgo: 21,
      says: 'Thank you for the photo: we saw at once what you mean.',
      change: 'planned',
      promise: { says: 'The rail beside the steps goes down to the ground', dueInDays: 20 },
    },
  ],
}

/** Four steps, and a rail beside them that ends too early. */
async function withAPhoto(town: Town): Promise<void> {
  const bytes = drawPng(240, 160, (x, y) => {
    const step = Math.floor(x / 60)
    const ground = 60 + step * 24
    const rail = 20 + x * 0.4
    if (x < 120 && Math.abs(y - rail) < 3) return 'dark'
    if (x < 120 && x % 40 < 3 && y > rail && y < ground) return 'dark'
    return y > ground ? (y < ground + 4 ? 'edge' : 'stone') : 'sky'
  })
  const digest = sha256(bytes)
  const photo = { digest, type: 'png', says: 'Steps with a rail that ends half-way down', bytes }
  await keepDraftPhoto(town.at(broken.daysAgo, '09:50'), browserOf(broken.name), photo)
  await tellTale(town, { ...broken, photos: [{ digest, says: photo.says }] })
}

/** Published, and gone from every page since: only he sees what it was. */
async function takenBack(town: Town): Promise<void> {
  const tale: Tale = {
    name: 'told-in-anger',
    by: marcus,
    about: 'story',
    daysAgo: 58,
    title: 'Nobody rang me back',
    happened: 'They said that they would ring before noon, and I stayed at home for nothing.',
    at: 'oak-lane-practice',
    level: 1,
  }
  await tellTale(town, tale)
  const stream = townId(`tale-${tale.name}`)
  const ref: StoryRef = { owner: marcus, stream }
  const why = 'They rang in the evening and said sorry. It is settled for me.'
  const asked = { ref, key: 'demonstration-taken-back' }
  done(await withdrawStory(town.at(52), asked, marcus, why))
}
