import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** The person who signs in at the provider next, and what the provider says about them. */
export interface ProvidedPerson {
  subject: string;
  email: string;
  verified?: boolean;
  amr?: string[];
}

const CLIENT = { clientId: 'qadam', clientSecret: 'a secret of the client' };

/** A real OpenID Connect provider on this machine, at which `person` signs in without any page. */
export async function startIdentityProvider(callback: string) {
  let person: ProvidedPerson = { subject: 'nobody', email: 'nobody@example.org' };
  const people = new Map<string, ProvidedPerson>();
  const state: { handle: (request: IncomingMessage, response: ServerResponse) => void } = {
    handle: () => undefined,
  };
  const server = createServer((request, response) => state.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // a made-up name, as behind a proxy, because Qadam only talks to https
  const issuer = 'https://id.example';
  const elsewhere = globalThis.fetch;
  const reach: typeof fetch = (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!address.startsWith(issuer)) return elsewhere(input, init);
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-proto', 'https');
    headers.set('x-forwarded-host', new URL(issuer).host);
    const there = address.replace(issuer, `http://127.0.0.1:${String(port)}`);
    return elsewhere(there, { ...init, headers });
  };
  globalThis.fetch = reach;

  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => {
        const { email = '', verified = true } = people.get(subject) ?? {};
        return { sub: subject, email, email_verified: verified };
      },
    }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  const answer = provider.callback();
  state.handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void answer(request, response);
      return;
    }
    people.set(person.subject, person);
    const login = { accountId: person.subject, ...(person.amr ? { amr: person.amr } : {}) };
    void provider.interactionFinished(request, response, { login });
  };

  /** Follows redirects at the provider from the first address, and returns the address to which the browser is sent back. */
  async function visit(first: string, as: ProvidedPerson): Promise<string> {
    person = as;
    const jar = new Map<string, string>();
    let at = first;
    while (at.startsWith(issuer)) {
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        jar.set(name, value);
      }
      const to = response.headers.get('location');
      if (to === null) throw new Error(`The provider answers ${await response.text()}`);
      at = new URL(to, issuer).href;
    }
    return at;
  }
  return {
    settings: { issuer, ...CLIENT },
    visit,
    stop: () =>
      new Promise<void>((resolve) => {
        globalThis.fetch = elsewhere;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
