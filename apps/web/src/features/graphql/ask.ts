import type { Query } from './example-queries.ts';

/** Longer addresses are refused on their way; such a query is sent by POST. */
const LONGEST_ADDRESS = 8000;

/** The address that answers a query; null where its variables are no JSON object. */
export function addressOf({ text, variables }: Query): string | null {
  const read = readVariables(variables);
  if (read === null) return null;
  const asked = { query: text, ...(read === '{}' ? {} : { variables: read }) };
  return `/graphql?${new URLSearchParams(asked).toString()}`;
}

/** The answer as it came, formatted in lines. By GET if possible, as caches can keep such an answer and its address can be passed on. */
export async function ask(query: Query, address: string): Promise<string> {
  const headers = { accept: 'application/json' };
  const answer =
    address.length <= LONGEST_ADDRESS
      ? await fetch(address, { headers, credentials: 'omit' })
      : await fetch('/graphql', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          credentials: 'omit',
          body: `{"query":${JSON.stringify(query.text)},"variables":${readVariables(query.variables) ?? '{}'}}`,
        });
  return JSON.stringify(await answer.json(), null, 2);
}

function readVariables(text: string): string | null {
  try {
    const read: unknown = JSON.parse(text.trim() === '' ? '{}' : text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? JSON.stringify(read)
      : null;
  } catch {
    return null;
  }
}
