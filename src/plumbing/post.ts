// The post: how word reaches a person outside, in this installation by files in an outbox.
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

export type Letter = {
  /** Names the letter, so that one sent twice is one letter. */
  readonly id: string
  readonly channel: string
  readonly address: string
  readonly subject: string
  readonly body: string
}

/** Takes a letter; null when it was taken on, else why it cannot arrive. */
export type Post = { send(letter: Letter): Promise<string | null> }

// Names that never lead anywhere, kept for examples and tests. @source RFC 2606 section 2
const NOWHERE = /\.(invalid|test)$/

/** Writes each letter into `folder`, one file a letter, for another program to carry. */
export function filePost(folder: string): Post {
  return {
    async send({ id, channel, address, subject, body }) {
      if (NOWHERE.test(address)) return 'There is nobody at this address.'
      const place = join(folder, channel)
      await mkdir(place, { recursive: true, mode: 0o700 })
      const path = join(place, `${id}.txt`)
      const file = await open(`${path}.part`, 'w', 0o600)
      try {
        await file.writeFile(`To: ${address}\nSubject: ${subject}\n\n${body}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      return null
    },
  }
}
