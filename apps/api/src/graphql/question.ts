import type { FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';

/** A question to /graphql, however it was sent. */
export interface Question {
  query: string;
  operationName: string | null;
  /** Sorted by name: their order makes no difference. */
  variables: readonly (readonly [name: string, value: unknown])[];
}

/** Finds the text of a question by its hash; undefined if it is not known. */
type TextOf = (hash: string) => Promise<string | undefined>;

type Asked = Pick<FastifyRequest, 'method' | 'originalUrl' | 'headers' | 'body'>;

/** Reads a question as Apollo would, even if it is named by a known hash. Null if Apollo would refuse it, or must judge it itself. */
export async function readQuestion(asked: Asked, persisted: TextOf): Promise<Question | null> {
  const sent = asked.method === 'POST' ? asked.body : readAddress(asked);
  if (!isRecord(sent)) return null;
  const { operationName = null, variables = null, extensions = null } = sent;
  if (extensions !== null && !isRecord(extensions)) return null;
  const named = extensions?.['persistedQuery'];
  const query = named ? await textNamed(named, sent['query'], persisted) : sent['query'];
  if (typeof query !== 'string') return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== null && !(isRecord(variables) && Object.values(variables).every(isPlain)))
    return null;
  const byName = Object.entries(variables ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return { query, operationName, variables: byName };
}

/**
 * Reads the text by the protocol of persisted queries. Null leaves two cases to Apollo: a text that does not fit the hash, which it refuses, and a
 * new hash, which it remembers.
 */
async function textNamed(named: unknown, sent: unknown, persisted: TextOf): Promise<string | null> {
  if (!isRecord(named) || named['version'] !== 1) return null;
  const hash = named['sha256Hash'];
  if (typeof hash !== 'string' || !/^[\da-f]{64}$/i.test(hash))
    throw new ApiError('BAD_USER_INPUT', 'sha256Hash is 64 hexadecimal digits.');
  const text = await persisted(hash);
  return text !== undefined && (sent == null || sent === text) ? text : null;
}

function readAddress({ method, originalUrl: url, headers }: Asked): unknown {
  const type = headers['content-type'];
  if (method !== 'GET' || (type !== undefined && type !== 'application/json')) return null;
  const begin = url.indexOf('?');
  if (begin < 0 || url.includes('#')) return null;
  const search = new URLSearchParams(url.slice(begin));
  const names = ['query', 'operationName', 'variables', 'extensions'];
  if (names.some((name) => search.getAll(name).length > 1)) return null;
  const variables = readObject(search.get('variables') ?? '{}');
  const extensions = readObject(search.get('extensions') ?? '{}');
  if (!variables || !extensions) return null;
  const [query, operationName] = [search.get('query'), search.get('operationName')];
  return { query, operationName, variables, extensions };
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) ? read : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The arguments of the public schema are codes, texts, numbers, and lists of them. JSON cannot write an infinite number (1e999). */
const isPlain = (value: unknown): boolean => [value].flat().every(isScalar);
const isScalar = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'object' || value === null;
