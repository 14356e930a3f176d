// What the surgery did about two stories, read by a moderator, and what Asha says of it.
import { checkChange, publishChange, tellChange } from '../../voice/index.ts'
import { organisations, people, townId } from '../names.ts'
import { done, type Story } from '../town.ts'

export const youSaidWeDid: Story = {
  name: 'you-said-we-did',
  async tell({ at }) {
    const { asha, dilys, mo } = people
    const stories = [townId('tale-noise'), townId('tale-open-this-time')]
    const change = done(
      await tellChange(
        at(4),
        { person: dilys, organisation: organisations.oakLane },
        {
          shownAs: 'Oak Lane Surgery',
          youSaid: 'The waiting room is loud, and the quiet room was locked.',
          weDid: 'The key of the quiet room hangs at the desk, and a sign says so.',
          stories,
        },
        'demonstration-quiet-room',
      ),
    )
    done(await publishChange(at(3, '10:20'), mo, change, 'demonstration-quiet-room-read'))
    done(await checkChange(at(2), asha, change, townId('tale-noise'), 'yes'))
  },
}
