import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { unlessAway } from '../database/error-code.ts';
import { CurrentRelease } from '../features/releases/current-release.ts';
import { MAX_BODY_BYTES } from '../graphql/limits.ts';
import { PersistedQueries } from '../graphql/persisted-queries.ts';
import { readQuestion } from '../graphql/question.ts';
import { brotli, takesBrotli, unbrotli } from './brotli.ts';
import { isKnown, NEWEST, policyAtEdge } from './cache-policy.ts';
import { COSTS, FairUse } from './fair-use.ts';
import { showFirstPiece } from './first-piece.ts';
import { tellAnswer } from './measured.ts';
import { Memo } from './memo.ts';
import { sha256 } from './page-policy.ts';
import { CHARGED, OPEN_TO_ALL } from './public-reads.ts';
import { routeAddress } from './route-address.ts';
import { hasBody } from './slow-clients.ts';
import { STEPS } from './traced.ts';
import { version } from './version.ts';

const MEGABYTE = 1024 * 1024;
/** The most bytes of all stored answers together, and of a single one. */
const STORED_BYTES = 64 * MEGABYTE;
const LARGEST = 8 * MEGABYTE;
/** The bytes that a stored answer takes besides its text, with its heads. */
const BESIDES = 2000;
/** The bytes that the entry of a question takes besides its words. */
const BESIDES_WORDS = 250;

/** The most bytes of all known questions: the words of each, and a hash of what it asks. Words longer than this are replaced by their hash. */
const KNOWN_WORDS_BYTES = 16 * MEGABYTE;
const WORDS_IN_FULL = 1000;

/** Answers of fewer characters are not compressed: they fit into the first packet anyway. */
const WORTH_COMPRESSING = 1000;
/** Answers of up to this many characters are kept as text, because Node sends a text in one piece with the head, which costs less than a buffer. */
const IN_ONE_PIECE = 4000;

interface Answer {
  type: string;
  /** The `Cache-Control` of a GET; empty, or not public, for an error. */
  policy: string;
  body: Buffer | string;
  /** Is it compressed by brotli? Null if it is too small for that. */
  packed: boolean | null;
  /** The complete headers by the method of the request; filled in when the answer is first given in front of Fastify. */
  heads: Map<string, string[]>;
}

type Edition = string | null | undefined;

/** What an answer in front of Fastify needs of the rules for every request (create-app.ts, request-hooks.ts, slow-clients.ts). */
interface OfEveryRequest {
  security: Readonly<Record<string, string>>;
  /** The address of the client, also behind a proxy; undefined if the connection is gone. */
  addressOf: (request: IncomingMessage) => string | undefined;
  watchBody: (request: IncomingMessage) => void;
  watchAnswer: (answer: ServerResponse) => void;
}

/**
 * Stores the answers of /graphql. They are the same for everybody until a release or a withdrawal, so each answer is made once, by GET or
 * POST, and given from the store from then on: without reading the question as GraphQL, and if it comes in the same words, without reading it
 * at all (docs/decisions/0056), in front of Fastify (0104).
 */
export function registerPublicAnswers(
  app: NestFastifyApplication,
  { security, addressOf, watchBody, watchAnswer }: OfEveryRequest,
): void {
  const current = app.get(CurrentRelease, { strict: false });
  const persisted = app.get(PersistedQueries, { strict: false });
  /** The edition of the data: the current release. Undefined if the database is away and was never read. */
  const editionNow = (): Promise<Edition> => current.edition().catch(unlessAway);
  const stored = new Memo<Answer | null>(STORED_BYTES, weightOf);
  const marks = new Memo<string | null>(KNOWN_WORDS_BYTES, (mark, words) =>
    mark === null ? Infinity : 2 * words.length + BESIDES_WORDS,
  );
  const readBody = lazyBodies(app);

  /** A hash that is the same for all requests with the same answer in a release; null if the answer is not stored. */
  async function markOf(request: FastifyRequest): Promise<string | null> {
    const words = wordsOf(request);
    if (words === null) return null;
    return marks.get(words, async () => {
      await readBody(request);
      const question = await readQuestion(request, (hash) => persisted.textOf(hash));
      return question && sha256(JSON.stringify([request.headers.accept, question]));
    });
  }

  /**
   * Finds or makes an answer. Only what any cache may keep is stored. Requests that waited for another request's answer in vain make their
   * own, because the other one may have failed for a reason of its own.
   */
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

  const fairUse = app.get(FairUse, { strict: false });
  const ofEveryAnswer = { ...security, ...OPEN_TO_ALL };

  /**
   * Gives a stored answer, without Fastify and its hooks and parsers. Returns false, and does nothing, if anything needed for that is not
   * known. What it calls must not throw: nobody would catch it.
   */
  function give(
    request: IncomingMessage,
    response: ServerResponse,
    { sent = '', began }: { sent: string | undefined; began: number },
  ): boolean {
    const { method = '', headers } = request;
    const edition = current.editionAtOnce();
    if (edition == null || STEPS.hasSubscribers || 'if-none-match' in headers) return false;
    const mark = marks.made(wordsAs(request, sent));
    const packed = takesBrotli(headers['accept-encoding']);
    const answer = mark == null ? null : stored.made(`${edition} ${mark} ${packed}`);
    if (mark == null || answer == null) return false;
    const head = answer.heads.get(method) ?? headOf(answer, method, etagOf(edition, mark));
    answer.heads.set(method, head);
    const tell = () => {
      const seconds = (performance.now() - began) / 1000;
      const measured = { method, route: '/graphql', status: response.statusCode, seconds };
      tellAnswer({ id: randomUUID(), path: '/graphql' }, measured);
    };
    response.once('finish', tell).once('error', tell);
    response.writeHead(200, head).end(answer.body);
    if (response.writableLength > 0) watchAnswer(response); // otherwise all of it has left already
    return true;
  }

  function headOf(answer: Answer, method: string, etag: string): string[] {
    const own = headersOf(answer, method, method === 'GET' ? etag : null);
    const length = String(Buffer.byteLength(answer.body));
    return Object.entries({
      ...ofEveryAnswer,
      ...own,
      ...policyAtEdge(own['cache-control']),
      'content-length': length,
    }).flat();
  }

  const web = app.getHttpAdapter().getInstance();
  let isClosing = false;
  web.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  inFrontOf(web.server, (request, response, goOn) => {
    const began = performance.now();
    const { method, url } = request;
    const length = method === 'POST' ? lengthOf(request) : null;
    const isPlain = length !== null || (method === 'GET' && !hasBody(request));
    const isAsked = isPlain && routeAddress(request) === '/graphql';
    const address = isAsked && !isClosing ? addressOf(request) : undefined;
    // a client that has used up its share is refused by Fastify's hook, before its body is read
    if (address === undefined || fairUse.take(address, COSTS.answer, began) > 0) {
      goOn();
      return;
    }
    const goOnCharged = () => {
      CHARGED.add(request);
      goOn();
    };
    if (length !== null) {
      watchBody(request);
      const isGiven = (piece: Buffer) =>
        piece.length === length && give(request, response, { sent: piece.toString(), began });
      showFirstPiece(request, response, isGiven, goOnCharged);
    } else if (!give(request, response, { sent: url, began })) goOnCharged();
  });
  web.addHook('onRoute', (route) => {
    if (route.url !== '/graphql') return;
    const { handler } = route;
    route.handler = async function (request, reply) {
      // Read before the answer is made: at worst an answer is newer than its ETag, and the next request fetches it again.
      const edition = await editionNow();
      const mark = edition === undefined ? null : await markOf(request);
      const isTagged = request.method === 'GET' && mark !== null;
      const etag = isTagged ? etagOf(edition, mark) : null;
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

/** Passes every request of the server to `look` first; Fastify gets it only if `look` calls its last argument. */
function inFrontOf(
  server: RawServerDefault,
  look: (...asked: [...Parameters<RequestListener>, goOn: () => void]) => void,
): void {
  const [fastify] = server.listeners('request') as RequestListener[];
  if (fastify === undefined) throw new Error('Fastify listens to no request.');
  server.removeListener('request', fastify).on('request', (request, response) => {
    look(request, response, () => {
      fastify(request, response);
    });
  });
}

/** Everything that distinguishes one question from another, as it was sent; null if only Apollo can judge the form in which it was sent. */
function wordsOf(request: FastifyRequest): string | null {
  const { method, originalUrl, body } = request;
  const sent = body instanceof Unread ? body.text : method === 'GET' ? originalUrl : null;
  return sent === null ? null : wordsAs(request, sent);
}

/** `sent`: the body of a POST, the address of a GET. Short words are not hashed, because that would take longer than looking them up. */
function wordsAs(
  { method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  sent: string,
): string {
  const { accept = '', 'content-type': type = '' } = headers;
  const words = `${method}\n${type}\n${accept}\n${sent}`;
  return words.length > WORDS_IN_FULL ? sha256(words) : words;
}

/** A content type that Fastify takes for JSON, with any parameters. */
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** The length of a body that is JSON and not too large; null for any other body. */
function lengthOf({ headers }: IncomingMessage): number | null {
  const length = Number(headers['content-length']);
  const isRead = length > 0 && length <= MAX_BODY_BYTES;
  return isRead && JSON_TYPE.test(headers['content-type'] ?? '') ? length : null;
}

const etagOf = (edition: Edition, mark: string): string =>
  `"${edition ?? 'none'}-${version}-${mark.slice(0, 16)}"`;

/** A JSON body that was not parsed yet. A class of its own, because parsers of other formats leave buffers. */
class Unread {
  constructor(readonly text: string) {}
}

/** Makes Fastify leave JSON bodies of /graphql unparsed. Returns the function that parses one when it is needed. */
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

/** The bytes of an answer; a text that is not Latin takes two for each character. */
function weightOf(answer: Answer | null): number {
  if (answer === null) return Infinity;
  const { body } = answer;
  const bytes = typeof body === 'string' ? 2 * body.length : body.length;
  return bytes > LARGEST ? Infinity : bytes + BESIDES;
}

/** The answer that Apollo has just made. */
function answerOf(text: string, reply: FastifyReply): Answer {
  const isLarge = text.length >= WORTH_COMPRESSING && reply.statusCode === 200;
  return {
    type: String(reply.getHeader('content-type')),
    policy: String(reply.getHeader('cache-control') ?? ''),
    body: text.length > IN_ONE_PIECE ? Buffer.from(text) : text,
    packed: isLarge ? false : null,
    heads: new Map(),
  };
}

/** The desks' answers are not compressed: their length could reveal secrets beside a text that an attacker chose. */
async function pack(answer: Answer, packed: boolean): Promise<Answer> {
  if (answer.packed === null || answer.packed === packed) return answer;
  const body = await (packed ? brotli : unbrotli)(answer.body);
  return { ...answer, packed, body, heads: new Map() };
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
