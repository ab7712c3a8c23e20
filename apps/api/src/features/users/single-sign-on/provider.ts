import { Inject, Injectable } from '@nestjs/common';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { ApiError } from '../../../graphql/api-error.ts';

const TIMEOUT_S = 10;
const SCOPE = 'openid email';
/** The path of the redirect address that is registered with the provider. */
const CALLBACK = '/auth/single-sign-on/callback';

/** What the browser keeps between going to the provider and coming back. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

export interface ProviderAnswer {
  issuer: string;
  subject: string;
  /** How the person signed in there, in the provider's words. */
  amr: unknown;
  /** An address that the provider has verified; it is queried only when needed. */
  verifiedEmail: () => Promise<string | null>;
}

/** The organisation's own sign-in, by OpenID Connect: code flow with PKCE, state and nonce. */
@Injectable()
export class SignOnProvider {
  private found: Promise<Configuration> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get isOffered(): boolean {
    return this.settings.signOn !== null;
  }

  /** The address to which the browser is sent, and what it keeps meanwhile. */
  async begin(): Promise<{ url: URL; journey: Journey }> {
    const provider = await this.discover();
    const journey = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.settings.publicOrigin + CALLBACK,
      scope: SCOPE,
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { url, journey };
  }

  /** What the provider says about the person who came back with `path`. Throws if anything does not fit. */
  async finish(path: string, journey: Journey): Promise<ProviderAnswer> {
    const provider = await this.discover();
    const tokens = await authorizationCodeGrant(
      provider,
      new URL(path, this.settings.publicOrigin),
      {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      },
    );
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The provider sent no ID token.');
    return {
      issuer: claims.iss,
      subject: claims.sub,
      amr: claims['amr'],
      verifiedEmail: async () => {
        const said =
          claims['email'] === undefined
            ? await fetchUserInfo(provider, tokens.access_token, claims.sub)
            : claims;
        // only a true boolean counts as verified: not a missing claim, and not the text "true"
        return said['email_verified'] === true && typeof said['email'] === 'string'
          ? said['email']
          : null;
      },
    };
  }

  /** Reads the provider's configuration once; after a failure, again. */
  private discover(): Promise<Configuration> {
    const { signOn } = this.settings;
    if (signOn === null) throw new ApiError('NOT_FOUND');
    const { issuer, clientId, clientSecret } = signOn;
    this.found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: TIMEOUT_S,
    }).catch((error: unknown) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }
}
