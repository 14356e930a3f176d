// The door of voice: stories, complaints and rights, and the answers to them.
import type { Room } from '../log/index.ts'
import { storyStream } from './domain/story.ts'
import { migrations } from './store/migrations.ts'
import { replies } from './store/replies.ts'
import { promisedRows } from './store/promised-rows.ts'
import { storyRows } from './store/story-rows.ts'

export { releaseLastMonth, replyToService } from './actions/reply-to-service.ts'
export { tell } from './actions/tell-story.ts'
export { routes as voiceRoutes } from './pages/routes.ts'

export const voiceRoom: Room = {
  streams: [storyStream],
  projections: [storyRows, promisedRows, replies],
  scratch: [
    { table: 'voice.open_here', ownerColumn: 'owner' },
    { table: 'voice.told_lately', ownerColumn: 'owner' },
    { table: 'voice.code_tries', ownerColumn: 'owner' },
  ],
  migrations,
}
