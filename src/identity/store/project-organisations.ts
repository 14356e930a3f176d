// The lists made from the facts about organisations: who they are, and where their duties went.
import { projection } from '../../log/index.ts'
import * as kinds from '../domain/facts.ts'

export const organisations = projection({
  name: 'identity.organisations',
  tables: ['identity.organisations'],
  kinds: [kinds.organisationRegistered, kinds.organisationRenamed, kinds.organisationAbolished],
  async apply(tx, facts) {
    for (const fact of facts) {
      if (fact.kind === 'organisation-registered') {
        const { name, odsCode, what, from } = fact.body
        await tx.text(
          `insert into identity.organisations (owner, stream, name, ods_code, what, from_day)
           values ($1, $2, $3, $4, $5, $6)`,
          [fact.owner, fact.stream, name, odsCode, what, from],
          'organisation-registered',
        )
      } else if (fact.kind === 'organisation-renamed') {
        await tx.text(
          'update identity.organisations set name = $2 where owner = $1',
          [fact.owner, fact.body.name],
          'organisation-renamed',
        )
      } else {
        await tx.text(
          'update identity.organisations set abolished_on = $2 where owner = $1',
          [fact.owner, fact.body.on],
          'organisation-abolished',
        )
      }
    }
  },
})

export const successions = projection({
  name: 'identity.successions',
  tables: ['identity.successions'],
  kinds: [kinds.dutiesHandedOver],
  async apply(tx, facts) {
    for (const { owner, stream, body } of facts) {
      await tx.text(
        `insert into identity.successions (owner, stream, succession, to_organisation, on_day,
           duties) values ($1, $2, $3, $4, $5, $6)`,
        [owner, stream, body.succession, body.to, body.on, body.duties],
        'succession',
      )
    }
  },
})
