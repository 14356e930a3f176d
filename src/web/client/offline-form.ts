// A form that also works with the network off: what is written is sealed on the device, waits
// there unreadable, and is sent once somebody is signed in and the network is back.

type Area = {
  readonly dataset: Record<string, string | undefined>
  querySelector(selector: string): Field | null
}
type Field = Area & {
  hidden: boolean
  value: string
  textContent: string
  action: string
  reset(): void
  submit(): void
  focus(): void
  addEventListener(event: string, listener: (event: Happening) => void): void
}
type Happening = { preventDefault(): void }
type Key = { readonly type: string }
type Bytes = ArrayBuffer | Uint8Array
type Subtle = {
  importKey(
    format: string,
    key: Bytes,
    how: object | string,
    out: boolean,
    uses: string[],
  ): Promise<Key>
  exportKey(format: string, key: Key): Promise<ArrayBuffer>
  generateKey(
    how: object,
    out: boolean,
    uses: string[],
  ): Promise<{ publicKey: Key; privateKey: Key }>
  deriveBits(how: object, key: Key, bits: number): Promise<ArrayBuffer>
  deriveKey(how: object, key: Key, to: object, out: boolean, uses: string[]): Promise<Key>
  encrypt(how: object, key: Key, words: Bytes): Promise<ArrayBuffer>
}
declare const crypto: {
  readonly subtle?: Subtle
  getRandomValues(bytes: Uint8Array): Uint8Array
  randomUUID(): string
}
declare const navigator: {
  readonly onLine: boolean
  readonly serviceWorker?: { register(path: string, how: object): Promise<unknown> }
}
declare const localStorage: {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
}
declare const document: Area
declare const location: { assign(address: string): void }
declare const window: { addEventListener(event: string, listener: () => void): void }
declare const FormData: new (form: Field) => Iterable<[string, string]>
declare const AbortSignal: { timeout(milliseconds: number): object }
declare const btoa: (bytes: string) => string
declare const atob: (text: string) => string
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const URLSearchParams: new (
  pairs: Iterable<[string, string]>,
) => {
  delete(name: string): void
  set(name: string, value: string): void
  get(name: string): string | null
  toString(): string
}
declare function fetch(
  address: string,
  how: object,
): Promise<{ readonly ok: boolean; readonly status: number; readonly type: string }>

const KEY = 'offline-key'
const WAITING = 'offline-waiting'
/** Where it is sent and what is said to whoever signs out while something waits. */
const LEAVING = 'offline-leaving'
const PURPOSE = 'coproduce sealed box 1'
const CURVE = { name: 'ECDH', namedCurve: 'P-256' }

const area = document.querySelector('[data-offline]')
if (area !== null) void begin(area)

const waiting = (): string[] => JSON.parse(localStorage.getItem(WAITING) ?? '[]') as string[]
const keep = (boxes: readonly string[]) => localStorage.setItem(WAITING, JSON.stringify(boxes))

async function begin(area: Field): Promise<void> {
  const { key, worker } = area.dataset
  const { send: to, scope, saysLeaving = '' } = area.dataset
  if (key !== undefined && to !== undefined) {
    localStorage.setItem(KEY, key)
    localStorage.setItem(LEAVING, JSON.stringify([to, saysLeaving]))
  }
  if (worker !== undefined && scope !== undefined) {
    await navigator.serviceWorker?.register(worker, { scope }).catch(() => {})
  }
  const ready = crypto.subtle !== undefined && localStorage.getItem(KEY) !== null
  const hidden = area.querySelector('[data-when-ready]')
  if (hidden !== null) hidden.hidden = !ready
  const unready = area.querySelector('[data-when-not-ready]')
  if (unready !== null) unready.hidden = ready
  const form = area.querySelector('[data-offline-fields]')?.querySelector('form') ?? null
  if (ready && form !== null) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void send(area, form)
    })
  }
  say(area)
  window.addEventListener('online', () => void sync(area))
  await sync(area)
}

/** The usual way where the site can be reached; else onto the device. */
async function send(area: Field, form: Field): Promise<void> {
  if (area.dataset.send !== undefined && (await reached())) return form.submit()
  const fields = new URLSearchParams(new FormData(form))
  const missing = (area.dataset.needed ?? '').split(' ').find((name) => !fields.get(name)?.trim())
  if (missing !== undefined) {
    tell(area, area.dataset.saysMissing ?? '')
    return form.querySelector(`[name="${missing}"]`)?.focus()
  }
  fields.delete('form-guard')
  fields.delete('form-key')
  fields.set('conversation', crypto.randomUUID())
  keep([...waiting(), await seal(fields.toString())])
  form.reset()
  say(area)
  tell(area, area.dataset.saysKept ?? '')
}

const reached = async (): Promise<boolean> =>
  navigator.onLine &&
  fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(4_000) })
    .then(({ ok }) => ok)
    .catch(() => false)

/** Sends what waits, one by one: what was taken leaves the device, all else stays. */
async function sync(area: Field): Promise<void> {
  const { send } = area.dataset
  const guard = area.querySelector('[name="form-guard"]')?.value
  if (send === undefined || guard === undefined || waiting().length === 0) return
  let sent = 0
  for (const box of waiting()) {
    const fields: [string, string][] = [
      ['form-guard', guard],
      ['box', box],
    ]
    const body = new URLSearchParams(fields)
    const headers = { accept: 'application/json' }
    const how = { method: 'POST', body, headers, redirect: 'manual' }
    const answer = await fetch(send, how).catch(() => null)
    if (answer === null || answer.type === 'opaqueredirect' || answer.status === 401) break
    if (!answer.ok) continue
    sent += 1
    keep(waiting().filter((one) => one !== box))
  }
  say(area)
  if (sent > 0) tell(area, (area.dataset.saysSent ?? '').replace('{count}', String(sent)))
}

/** How many wait on this device; nothing of what they say. */
function say(area: Field): void {
  const count = area.querySelector('[data-offline-count]')
  if (count === null) return
  const some = waiting().length
  count.hidden = some === 0
  const text = count.querySelector('[data-text]')
  if (text !== null) {
    text.textContent = (area.dataset.saysWaiting ?? '').replace('{count}', String(some))
  }
}

function tell(area: Field, says: string): void {
  const word = area.querySelector('[data-offline-word]')
  if (word !== null) word.textContent = says
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))

/** Closed for the worker whose key this is: nobody who holds the device can open it again. */
async function seal(words: string): Promise<string> {
  const { subtle } = crypto
  if (subtle === undefined) throw new Error('Nothing can be sealed here.')
  const to = bytesOf(localStorage.getItem(KEY) ?? '')
  const theirs = await subtle.importKey('raw', to, CURVE, false, [])
  const own = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256)
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(PURPOSE)
  const derived = { name: 'HKDF', hash: 'SHA-256', salt: point, info }
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey(derived, secret, aes, false, ['encrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(words)
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, text))
  return btoa([...point, ...nonce, ...sealed].map((one) => String.fromCharCode(one)).join(''))
}
