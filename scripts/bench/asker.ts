// Asks a site over HTTP, in a process of its own: what asking costs is not counted as answering.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { App, Somebody } from './house.ts'

export type Asked = { readonly who: Somebody; readonly url: string }

export type Asker = {
  /** Asks so many times in all, everybody at once and each in their own turn. */
  often(asked: readonly Asked[], times: number): Promise<void>
  close(): Promise<void>
}

const file = fileURLToPath(import.meta.url)

/** Lets the site listen, and begins the process that asks it. */
export async function openAsker(app: App): Promise<Asker> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const child = fork(file, [], { execArgv: [] })
  await once(child, 'message')
  return {
    async often(asked, times) {
      child.send({ address, asked, times })
      const [said] = await once(child, 'message')
      if (said !== 'done') throw new Error(String(said))
    },
    async close() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

const agent = new Agent({ keepAlive: true })

const ask = (url: string, headers: Somebody['headers']) =>
  new Promise<void>((resolve, reject) => {
    const asking = get(url, { agent, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`${url} was answered with ${answer.statusCode}`))
      })
    })
    asking.on('error', reject)
  })

type Task = { readonly address: string; readonly asked: readonly Asked[]; readonly times: number }

async function askOften({ address, asked, times }: Task): Promise<string> {
  const one = async ({ who, url }: Asked) => {
    for (let time = 0; time < times / asked.length; time += 1) {
      await ask(`${address}${url}`, who.headers)
    }
  }
  return Promise.all(asked.map(one)).then(() => 'done', String)
}

if (process.argv[1] === file) {
  process.on('message', async (task: Task) => process.send?.(await askOften(task)))
  process.on('disconnect', () => agent.destroy())
  process.send?.('ready')
}
