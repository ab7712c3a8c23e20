import { createHash } from 'node:crypto';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A question as the generator writes it: a text that knows the types of its variables and of its answer. */
type Question<Answer, Variables> = DocumentTypeDecoration<Answer, Variables> & {
  toString: () => string;
};

interface Answered {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks by the hash of the question, and sends the question itself where the server does not know it yet. */
export async function ask<Answer, Variables>(
  site: string,
  question: Question<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const query = question.toString();
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const address = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  let answer = await read(await fetch(`${site}/graphql?${address.toString()}`));
  if (answer.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND')
    answer = await read(
      await fetch(`${site}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables, extensions }),
      }),
    );
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(' '));
  return answer.data as Answer;
}

const read = async (response: Response) => (await response.json()) as Answered;
