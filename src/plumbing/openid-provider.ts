// A provider of sign-in that speaks OpenID Connect, in the shape of NHS login.
import { createPrivateKey, webcrypto } from 'node:crypto'
import * as openid from 'openid-client'

/** Secrets of one sign-in, made anew for each and known to nobody else. */
export type SignInSecrets = {
  readonly state: string
  readonly nonce: string
  /** The code verifier of RFC 7636: 43 to 128 letters, digits and `-._~`. */
  readonly verifier: string
}

export type SignInProvider = {
  /** Where people are sent: pages may lead a form there. */
  readonly origin: string
  /** The address at the provider where the person signs in. Throws `ProviderAway`. */
  begin(secrets: SignInSecrets): Promise<string>
  /**
   * What the provider tells about the person who came back to this path and query. Throws
   * `ProviderAway`, and `SignInRefused` where the answer does not hold.
   */
  complete(pathAndQuery: string, secrets: SignInSecrets): Promise<Readonly<Record<string, unknown>>>
}

/** The provider cannot be reached just now. */
export class ProviderAway extends Error {
  override name = 'ProviderAway'
}

/** The person stopped, or the answer is not one of this provider to this sign-in. */
export class SignInRefused extends Error {
  override name = 'SignInRefused'
}

export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  /** Our private key, RSA of 2048 bits or more, as PEM. */
  readonly clientKey: string
  /** The whole address that the provider sends people back to. */
  readonly returnAddress: string
}

// How well the provider must prove who it is, as a list of vectors it may choose from.
// P9 is verified; Cp is by password, Cd with a device, Ck with a key, Cm with a smart card.
// @source NHS login, vectors of trust
const TRUST = '["P9.Cp.Cd","P9.Cp.Ck","P9.Cm","P5.Cp.Cd","P5.Cp.Ck","P5.Cm","P0.Cp.Cd"]'

/**
 * Gets ready to send people to a provider; asks it for its addresses at the first sign-in, and
 * again while it could not be reached.
 * @source NHS login, interface specification: private_key_jwt with RS512, PKCE with S256
 */
export function openIdProvider(settings: ProviderSettings): SignInProvider {
  const issuer = new URL(settings.issuer)
  let known: Promise<openid.Configuration> | null = null
  const configuration = () => {
    known ??= discover(issuer, settings).catch((error: unknown) => {
      known = null
      throw new ProviderAway('The provider of sign-in cannot be reached', { cause: error })
    })
    return known
  }
  return {
    origin: issuer.origin,
    async begin({ state, nonce, verifier }) {
      const address = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: settings.returnAddress,
        scope: 'openid profile',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        vtr: TRUST,
      })
      return address.href
    },
    async complete(pathAndQuery, { state, nonce, verifier }) {
      const config = await configuration()
      const came = new URL(pathAndQuery, settings.returnAddress)
      try {
        const tokens = await openid.authorizationCodeGrant(config, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new SignInRefused('There is no identity token')
        const more = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
        return { ...more, ...claims }
      } catch (error) {
        throw asOurs(error)
      }
    },
  }
}

async function discover(issuer: URL, settings: ProviderSettings): Promise<openid.Configuration> {
  const pkcs8 = createPrivateKey(settings.clientKey).export({ type: 'pkcs8', format: 'der' })
  const rs512 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, rs512, false, ['sign'])
  // A provider on this machine may speak plain HTTP: only tests have one.
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  let tokenAddress = ''
  const proof = openid.PrivateKeyJwt(key, {
    // NHS login wants the address of the token endpoint where others want the issuer.
    [openid.modifyAssertion]: (_header, payload) => {
      payload.aud = tokenAddress
    },
  })
  const config = await openid.discovery(issuer, settings.clientId, undefined, proof, {
    timeout: 10,
    ...(loopback ? { execute: [openid.allowInsecureRequests] } : {}),
  })
  tokenAddress = config.serverMetadata().token_endpoint ?? ''
  return config
}

function asOurs(error: unknown): Error {
  if (error instanceof SignInRefused) return error
  const away =
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (error instanceof Error && 'code' in error && error.code === 'OAUTH_TIMEOUT')
  return away
    ? new ProviderAway('The provider of sign-in cannot be reached', { cause: error })
    : new SignInRefused('The sign-in does not hold', { cause: error })
}
