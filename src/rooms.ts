// Every room that keeps something: its streams, the rows made from them, its tables.
import { careRoom } from './care/index.ts'
import { evidenceRoom } from './evidence/index.ts'
import { formsRoom } from './forms/index.ts'
import { gateRoom } from './gate/index.ts'
import { identityRoom } from './identity/index.ts'
import type { Room } from './log/index.ts'
import { messagesRoom } from './messages/index.ts'
import { placesRoom } from './places/index.ts'
import { promisesRoom } from './promises/index.ts'
import { recordRoom } from './record/index.ts'
import { sharingRoom } from './sharing/index.ts'
import { voiceRoom } from './voice/index.ts'

export const rooms: readonly Room[] = [
  identityRoom,
  placesRoom,
  formsRoom,
  gateRoom,
  messagesRoom,
  promisesRoom,
  sharingRoom,
  recordRoom,
  careRoom,
  voiceRoom,
  evidenceRoom,
]
