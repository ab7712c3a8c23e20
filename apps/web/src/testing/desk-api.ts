import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, graphql } from 'graphql';
import type { Me } from '../desk/auth.ts';

const file = path.join(import.meta.dirname, '../../../../libs/schema/work.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'));

interface Call {
  path: string;
  body: Record<string, unknown>;
}

/** The part of a Response that our code and Apollo's link read; jsdom has no Response. */
function respond(status: number, answer: object) {
  const text = JSON.stringify(answer);
  return {
    ok: status < 400,
    status,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: () => Promise.resolve(text),
    json: () => Promise.resolve(JSON.parse(text) as unknown),
  };
}

/**
 * The API of the working side with given answers, for a signed-in person (null: nobody is signed in). Our documents
 * really run against the committed schema. `http`: answers of other addresses, by their path. Returns the calls that
 * were made.
 */
export function deskApi(
  me: (Pick<Me, 'role'> & Partial<Me>) | null,
  answers: object,
  http: Record<string, (body: Record<string, unknown>) => [number, object]> = {},
): Call[] {
  const calls: Call[] = [];
  const account = { id: 'me', email: 'me@example.org', name: 'Me', area: null, demo: false };
  globalThis.fetch = (async (url: string, init?: { body?: unknown }) => {
    const sent = typeof init?.body === 'string' ? init.body : '{}';
    const body = JSON.parse(sent) as Record<string, unknown>;
    calls.push({ path: url, body });
    const other = http[url];
    if (other) return respond(...other(body));
    if (me === null) return respond(401, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    if (url === '/auth/me') return respond(200, { ...account, ...me });
    if (url === '/auth/second-factor')
      return respond(200, { authenticatorSince: null, passkeys: [], recoveryCodes: 0 });
    const result = await graphql({
      schema,
      source: String(body['query']),
      rootValue: answers,
      variableValues: body['variables'] as Record<string, unknown>,
    });
    return respond(200, result);
  }) as unknown as typeof fetch;
  return calls;
}

/** The input of the mutation that was sent last. */
export function lastInput(calls: readonly Call[]): Record<string, unknown> {
  const variables = calls.map(({ body }) => body['variables'] as { input?: object } | undefined);
  return { ...variables.findLast((given) => given?.input !== undefined)?.input };
}
