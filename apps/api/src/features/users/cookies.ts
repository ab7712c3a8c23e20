import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Lives in seconds: 12 hours, the longest that a session lasts; ten minutes for the second factor; 180 days, for which a device stays known. */
const COOKIES = {
  session: { name: 'qadam', life: 43_200 },
  signIn: { name: 'qadam-sign-in', life: 600 },
  device: { name: 'qadam-device', life: 15_552_000 },
} as const;
type Cookie = keyof typeof COOKIES;

/**
 * The prefix __Host- binds the cookie to this host over TLS. Browsers refuse such a name over plain http, which is used only when the app runs
 * locally.
 */
export const cookieName = (cookie: Cookie, origin: string): string =>
  `${origin.startsWith('https:') ? '__Host-' : ''}${COOKIES[cookie].name}`;

/** Finds the first cookie with that name without a library: tokens use only characters that need no decoding. */
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

/** `token` null deletes the cookie. */
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
