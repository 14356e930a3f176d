// A real OpenID provider on this machine in the shape of NHS login, for the test of sign-in.
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Told = Readonly<Record<string, string>>

export type NhsLogin = {
  readonly issuer: string
  readonly clientKey: string
  /** Who signs in next, and what is told of them; null: the person stops. */
  who: Told | null
  /** The requests for authorisation that came, as their parameters. */
  readonly asked: URLSearchParams[]
  close(): Promise<void>
}

const CLIENT = 'coproduce'

/** Starts the provider; people come back to `returnAddress`. */
export async function startNhsLogin(returnAddress: string): Promise<NhsLogin> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const clientKey = ours.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const people = new Map<string, Told>()
  const login: NhsLogin = {
    issuer,
    clientKey,
    who: null,
    asked: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const provider = new Provider(issuer, settingsOf(people, clientKey, returnAddress))
  const callback = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const address = new URL(request.url ?? '/', issuer)
    if (address.pathname === '/auth') login.asked.push(address.searchParams)
    if (!address.pathname.startsWith('/interaction/')) return callback(request, response)
    const { who } = login
    if (who === null) {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    const accountId = who.sub ?? ''
    people.set(accountId, who)
    const grant = new provider.Grant({ accountId, clientId: CLIENT })
    grant.addOIDCScope('openid profile')
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(request, response, { login: { accountId }, consent })
  }
  return login
}

function settingsOf(people: ReadonlyMap<string, Told>, clientKey: string, returnAddress: string) {
  const signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const jwk = (key: ReturnType<typeof createPublicKey>, kid: string) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    alg: 'RS512',
    use: 'sig',
  })
  const told = ['family_name', 'given_name', 'birthdate', 'nhs_number', 'identity_proofing_level']
  return {
    clients: [
      {
        client_id: CLIENT,
        redirect_uris: [returnAddress],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS512',
        id_token_signed_response_alg: 'RS512',
        jwks: { keys: [jwk(createPublicKey(clientKey), 'ours')] },
      },
    ],
    jwks: { keys: [jwk(signing, 'theirs')] },
    enabledJWA: {
      clientAuthSigningAlgValues: ['RS512'],
      idTokenSigningAlgValues: ['RS512'],
    },
    claims: { openid: ['sub'], profile: told },
    extraParams: ['vtr'],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ ...people.get(accountId), sub: accountId }),
    }),
  }
}

/** Follows the provider's own pages, as a browser would, to the address it sends people back to. */
export async function walkThrough(start: string, returnAddress: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = start
  for (let step = 0; step < 8; step += 1) {
    if (address.startsWith(returnAddress)) return address.slice(new URL(address).origin.length)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const next = reply.headers.get('location')
    if (next === null) throw new Error(`The provider stopped at ${reply.status}`)
    address = new URL(next, address).href
  }
  throw new Error('The provider sends people round in a circle')
}
