import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { unlessAway } from '../database/error-code.ts';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { MAX_BODY_BYTES } from '../graphql/limits.ts';
import { PersistedQueries } from '../graphql/persisted-queries.ts';
import { readQuestion } from '../graphql/question.ts';
import { brotli, takesBrotli, unbrotli } from './brotli.ts';
import { isKnown, NEWEST } from './cache-policy.ts';
import { Memo } from './memo.ts';
import { sha256 } from './page-policy.ts';
import { version } from './version.ts';

const MEGABYTE = 1024 * 1024;
/** Of all stored answers together, and of the largest that is stored. */
const STORED_BYTES = 64 * MEGABYTE;
const LARGEST = 8 * MEGABYTE;
/** What a stored answer takes beside its text. */
const BESIDES = 1000;

/** Questions whose words are known: a hash of these and one of what they ask, 250 bytes together. */
const KNOWN_WORDS = 20_000;

/** Characters; less than this is in the first packet anyway. */
const WORTH_COMPRESSING = 1000;
/** Characters; a text up to this long leaves in one piece with its head, which costs less than a buffer beside it. */
const IN_ONE_PIECE = 4000;

interface Answer {
  type: string;
  /** How long caches may keep it where it was asked for by GET; of an error never, or nothing is said. */
  policy: string;
  body: Buffer | string;
  /** By brotli; null where it is too small for that. */
  packed: boolean | null;
}

type Edition = string | null | undefined;

/**
 * What /graphql answers is the same for everybody until a release or a withdrawal changes it. So each answer is made once,
 * whether by GET or by POST, and given as it is from then on, without reading the question as GraphQL, and where it comes in the
 * same words without reading it at all (docs/decisions/0056).
 */
export function registerPublicAnswers(app: NestFastifyApplication): void {
  const current = app.get(CurrentRelease, { strict: false });
  const persisted = app.get(PersistedQueries, { strict: false });
  /** Undefined where the database is away and has not been read before. */
  const editionNow = (): Promise<Edition> => current.edition().catch(unlessAway);
  const stored = new Memo<Answer | null>(STORED_BYTES, weightOf);
  const marks = new Memo<string | null>(KNOWN_WORDS, (mark) => (mark === null ? Infinity : 1));
  const readBody = lazyBodies(app);

  /** The same for all that is answered alike in a release; null where nothing is stored. */
  async function markOf(request: FastifyRequest): Promise<string | null> {
    const words = wordsOf(request);
    if (words === null) return null;
    return marks.get(sha256(words), async () => {
      await readBody(request);
      const question = await readQuestion(request, (hash) => persisted.textOf(hash));
      return question && sha256(JSON.stringify([request.headers.accept, question]));
    });
  }

  /** Only what any cache may keep is stored. Requests that waited for another answer make their own: the other may have failed for a reason of its own request. */
  async function find(
    key: string,
    packed: boolean,
    edition: Edition,
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    const own: Promise<Answer>[] = [];
    const found = await stored.get(`${key} ${packed}`, async () => {
      const other = await stored.known(`${key} ${!packed}`);
      if (other) return pack(other, packed);
      const made = make();
      own.push(made);
      const answer = await made.catch(() => null);
      return isPublic(answer) && edition === (await editionNow()) ? answer : null;
    });
    return found ?? own[0] ?? make();
  }

  const web = app.getHttpAdapter().getInstance();
  web.addHook('onRoute', (route) => {
    if (route.url !== '/graphql') return;
    route.bodyLimit = MAX_BODY_BYTES; // also where a parser of another format takes more
    const { handler } = route;
    route.handler = async function (request, reply) {
      // Read before the answer is made: at worst an answer is newer than its ETag, and the next request fetches it again.
      const edition = await editionNow();
      const mark = edition === undefined ? null : await markOf(request);
      const isTagged = request.method === 'GET' && mark !== null;
      const etag = isTagged ? `"${edition ?? 'none'}-${version}-${mark.slice(0, 16)}"` : null;
      if (etag !== null && isKnown(request.headers['if-none-match'], etag))
        return reply.status(304).headers({ etag, 'cache-control': NEWEST, vary: 'accept' }).send();

      const packed = takesBrotli(request.headers['accept-encoding']);
      const make = async () => {
        await readBody(request);
        request.raw.url = request.originalUrl;
        const text: unknown = await handler.call(this, request, reply);
        if (typeof text !== 'string') throw new Error('A public operation answers at once.');
        return pack(answerOf(text, reply), packed);
      };
      const isStored = mark !== null && edition != null;
      const answer = isStored
        ? await find(`${edition} ${mark}`, packed, edition, make)
        : await make();
      return reply.headers(headersOf(answer, request.method, etag)).send(answer.body);
    };
  });
}

/** All that tells one question from another, as it came; null where it came in a form that is Apollo's to judge. */
function wordsOf({ method, originalUrl, headers, body }: FastifyRequest): string | null {
  const { accept = '', 'content-type': type = '' } = headers;
  const sent = body instanceof Unread ? body.text : method === 'GET' ? originalUrl : null;
  return sent === null ? null : [method, type, accept, sent].join('\n');
}

/** JSON as it came. Not a buffer: parsers of other formats leave those. */
class Unread {
  constructor(readonly text: string) {}
}

/** JSON that is sent to /graphql is read once it has to be; returns what reads it. */
function lazyBodies(app: NestFastifyApplication): (request: FastifyRequest) => Promise<void> {
  const parse = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>(
    'application/json',
    { bodyLimit: MAX_BODY_BYTES },
    (request, body, done) => {
      const text = body.toString();
      if (request.url === '/graphql') done(null, new Unread(text));
      else void parse(request, text, done);
    },
  );
  return async (request) => {
    const { body } = request;
    if (!(body instanceof Unread)) return;
    request.body = await new Promise((resolve, reject) => {
      void parse(request, body.text, (error, read: unknown) => {
        if (error === null) resolve(read);
        else reject(error);
      });
    });
  };
}

const isPublic = (answer: Answer | null): boolean => answer?.policy.startsWith('public') ?? false;

/** A character of a text that is not Latin takes two bytes. */
function weightOf(answer: Answer | null): number {
  if (answer === null) return Infinity;
  const { body } = answer;
  const bytes = typeof body === 'string' ? 2 * body.length : body.length;
  return bytes > LARGEST ? Infinity : bytes + BESIDES;
}

/** Of what Apollo has just answered. */
function answerOf(text: string, reply: FastifyReply): Answer {
  const isLarge = text.length >= WORTH_COMPRESSING && reply.statusCode === 200;
  return {
    type: String(reply.getHeader('content-type')),
    policy: String(reply.getHeader('cache-control') ?? ''),
    body: text.length > IN_ONE_PIECE ? Buffer.from(text) : text,
    packed: isLarge ? false : null,
  };
}

/** The desks' answers are not compressed: their length could reveal secrets beside a text that an attacker chose. */
async function pack(answer: Answer, packed: boolean): Promise<Answer> {
  if (answer.packed === null || answer.packed === packed) return answer;
  return { ...answer, packed, body: await (packed ? brotli : unbrotli)(answer.body) };
}

function headersOf(answer: Answer, method: string, etag: string | null): Record<string, string> {
  const { type, policy, packed } = answer;
  const kept = isPublic(answer) && method === 'GET';
  const vary = [kept ? 'accept' : [], packed === null ? [] : 'accept-encoding'].flat();
  return {
    'content-type': type,
    ...(policy !== '' && { 'cache-control': method === 'GET' ? policy : 'no-store' }),
    ...(kept && etag !== null && { etag }),
    ...(vary.length > 0 && { vary: vary.join(', ') }),
    ...(packed && { 'content-encoding': 'br' }),
  };
}
