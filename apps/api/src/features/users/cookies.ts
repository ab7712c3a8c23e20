import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** In seconds: 12 hours, the longest that a session lives; ten minutes for the second factor; 180 days, as long as a device is known. */
const COOKIES = {
  session: { name: 'qadam', life: 43_200 },
  signIn: { name: 'qadam-sign-in', life: 600 },
  device: { name: 'qadam-device', life: 15_552_000 },
} as const;
type Cookie = keyof typeof COOKIES;

/** __Host- binds the cookie to this host over TLS; browsers refuse that name over plain http, which only a local start uses. */
export const cookieName = (cookie: Cookie, origin: string): string =>
  `${origin.startsWith('https:') ? '__Host-' : ''}${COOKIES[cookie].name}`;

/** Read by hand: the first cookie of that name, as the token's alphabet needs no decoding. */
export function readCookie(
  request: Pick<FastifyRequest, 'headers'>,
  origin: string,
  cookie: Cookie,
): string | null {
  const prefix = `${cookieName(cookie, origin)}=`;
  const found = request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  const token = found?.slice(prefix.length);
  return token && /^[\w-]{43,1000}$/.test(token) ? token : null;
}

export const newToken = (): string => randomBytes(32).toString('base64url');

/** null deletes it. */
export function writeCookie(
  reply: FastifyReply,
  origin: string,
  cookie: Cookie,
  token: string | null,
): void {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const life = token === null ? 0 : COOKIES[cookie].life;
  void reply.header(
    'set-cookie',
    `${cookieName(cookie, origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(life)}${secure}`,
  );
}
