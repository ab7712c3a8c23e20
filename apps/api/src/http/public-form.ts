import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../graphql/api-error.ts';
import { problemsOf, refused } from '../graphql/problem.ts';
import { networkOf } from './fair-use.ts';

/** The limit for a public form: two thousand letters, which take up to nine bytes each in a form, and the other fields. */
export const MAX_FORM_BYTES = 32 * 1024;

/** Reads the named texts of a form, each at most once, and refuses anything else. */
export function readForm<const N extends string>(
  body: unknown,
  names: readonly N[],
): Record<N, string> {
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const isKnown = fields.every(
    ([name, value]) => names.includes(name as N) && typeof value === 'string',
  );
  if (!isKnown) throw new ApiError('BAD_USER_INPUT', `Send ${names.join(', ')} and nothing else.`);
  const sent = Object.fromEntries(fields) as Partial<Record<N, string>>;
  return Object.fromEntries(names.map((name) => [name, sent[name] ?? ''])) as Record<N, string>;
}

/** A script gets data as the answer; a browser without scripts is sent back to `page`, which shows the outcome. */
export async function answerForm(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
  act: () => Promise<void>,
): Promise<FastifyReply> {
  const problems = await problemsOf(act);
  void reply.header('cache-control', 'no-store');
  if (request.headers.accept?.includes('application/json')) return reply.send({ problems });
  const outcome = new URLSearchParams({ said: problems[0]?.code ?? 'sent' });
  return reply.redirect(`${page}${page.includes('?') ? '&' : '?'}${outcome.toString()}`, 303);
}

const AN_HOUR = 3_600_000;
const MAX_PER_HOUR = 10;
const MAX_NETWORKS = 20_000;

/** Allows ten forms an hour from one network; counted in memory only, like reads (docs/decisions/0018). */
export class HourlyShare {
  private readonly counted = new Map<string, { count: number; since: number }>();

  /** Counts one form, or refuses it. */
  take(address: string, now: number = performance.now()): void {
    const network = networkOf(address);
    const known = this.counted.get(network);
    const share = known && now - known.since < AN_HOUR ? known : { count: 0, since: now };
    if (share.count >= MAX_PER_HOUR) throw refused('TOO_OFTEN');
    this.counted.delete(network); // deleted first, so that it moves to the end of the map
    this.counted.set(network, { ...share, count: share.count + 1 });
    const oldest = this.counted.keys().next().value;
    if (this.counted.size > MAX_NETWORKS && oldest !== undefined) this.counted.delete(oldest);
  }
}
