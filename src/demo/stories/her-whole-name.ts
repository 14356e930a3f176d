// Gwen asks for her whole name to stand in her details: the surgery has not answered yet.
import { answerOf } from '../../log/index.ts'
import { askForDetails } from '../../record/index.ts'
import { organisations, people } from '../names.ts'
import { done, type Story } from '../town.ts'

const { gwen } = people

const key = 'demonstration-whole-name'

export const herWholeName: Story = {
  name: 'her-whole-name',
  async tell(town) {
    const log = town.at(9, '11:25')
    // She looks at her details only where she has not asked yet.
    if ((await answerOf(log.db, { owner: gwen, type: 'record-correction', key })) !== null) return
    const asking = {
      wanted: { name: 'Gwenllian Lloyd', birthDate: null, nhsNumber: null },
      wrong: 'My name is short here. My letters and my passport say Gwenllian.',
      right: () => 'Name: Gwenllian Lloyd',
      evidence: 'My passport',
      holder: organisations.oakLane,
    }
    const herself = { by: gwen, person: gwen, shownAs: 'Gwen Lloyd' }
    const look = {
      person: gwen,
      visitor: { person: gwen, via: 'self' as const, organisation: null, roles: [] },
      purpose: 'own' as const,
      act: 'read' as const,
      where: '/me/put-right',
    }
    done(await askForDetails(log, herself, asking, look, key))
  },
}
