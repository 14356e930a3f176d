// Every room that keeps something: its streams, the rows made from them, its tables.
import type { Room } from './log/index.ts'
import { messagesRoom } from './messages/index.ts'
import { promisesRoom } from './promises/index.ts'

export const rooms: readonly Room[] = [messagesRoom, promisesRoom]
