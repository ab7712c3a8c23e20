import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, graphql } from 'graphql';
import type { Me } from '../desk/auth.ts';

const file = path.join(import.meta.dirname, '../../../../libs/schema/work.graphql');
const schema = buildSchema(readFileSync(file, 'utf8'));

interface Asked {
  operationName: string;
  query: string;
  variables: Record<string, unknown>;
}

/** The server of the desks for a signed-in person: answers are checked against the committed schema. Returns what was asked. */
export function workDesk(me: Omit<Me, 'id' | 'email' | 'demo'>, answers: object): Asked[] {
  const asked: Asked[] = [];
  const json = (body: object) =>
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  globalThis.fetch = async (url, init) => {
    if (url === '/auth/me') return json({ id: '1', email: 'me@example.org', demo: true, ...me });
    const request = JSON.parse(init?.body as string) as Asked;
    asked.push(request);
    const { query, variables, operationName } = request;
    return json(
      await graphql({
        schema,
        source: query,
        rootValue: answers,
        variableValues: variables,
        operationName,
      }),
    );
  };
  return asked;
}
