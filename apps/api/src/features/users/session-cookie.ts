import type { FastifyReply, FastifyRequest } from 'fastify';

/** __Host- binds the cookie to this host over TLS; browsers refuse that name over plain http, which only a local start uses. */
const nameOf = (origin: string) => (origin.startsWith('https:') ? '__Host-qadam' : 'qadam');

/** Read by hand: the first cookie of that name, as the token's alphabet needs no decoding. */
export function readSessionCookie(
  request: Pick<FastifyRequest, 'headers'>,
  origin: string,
): string | null {
  const prefix = `${nameOf(origin)}=`;
  const found = request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const token = found?.slice(prefix.length);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

export function writeSessionCookie(
  reply: FastifyReply,
  origin: string,
  token: string | null,
): void {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  // 12 hours, the longest that a session lives
  const life = token === null ? 'Max-Age=0' : 'Max-Age=43200';
  void reply.header(
    'set-cookie',
    `${nameOf(origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; ${life}${secure}`,
  );
}
