// Keeps one page for when the network is off: the empty form, as anybody sees it, and its style.

type Answer = {
  readonly ok: boolean
  clone(): Answer
  text(): Promise<string>
}
type Asked = { readonly url: string; readonly mode: string; readonly method: string }
type Event = {
  readonly request: Asked
  waitUntil(work: Promise<unknown>): void
  respondWith(answer: Promise<Answer>): void
}
type Store = {
  put(address: string, answer: Answer): Promise<void>
  match(asked: Asked | string): Promise<Answer | undefined>
}
declare const self: {
  addEventListener(event: string, listener: (event: Event) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
declare const location: { readonly search: string }
declare const URLSearchParams: new (query: string) => { get(name: string): string | null }
declare const caches: { open(name: string): Promise<Store> }
declare function fetch(asked: Asked | string, how?: object): Promise<Answer>
declare const URL: new (address: string) => { readonly pathname: string }

const PAGE = new URLSearchParams(location.search).get('page') ?? ''
const open = () => caches.open('offline')

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** Asked for without cookies, so that nothing of whoever is signed in is in it. */
async function fill(): Promise<void> {
  const store = await open()
  const plain = { credentials: 'omit', cache: 'no-store' }
  const page = await fetch(PAGE, plain)
  const text = await page.clone().text()
  await store.put(PAGE, page)
  for (const path of new Set(text.match(/\/assets\/[\w.-]+/g) ?? [])) {
    const asset = await fetch(path, plain)
    if (asset.ok) await store.put(path, asset)
  }
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  if (method !== 'GET') return
  const { pathname } = new URL(url)
  if (mode === 'navigate') event.respondWith(fetch(event.request).catch(() => kept(PAGE)))
  else if (pathname.startsWith('/assets/')) {
    event.respondWith(fetch(event.request).catch(() => kept(pathname)))
  }
})

async function kept(path: string): Promise<Answer> {
  const found = await (await open()).match(path)
  if (found === undefined) throw new Error('Not kept for when the network is off')
  return found
}
