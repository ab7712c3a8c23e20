import type { FastifyRequest } from 'fastify';
import { ApiError } from '../graphql/api-error.ts';

const BODIES = {
  JSON: { like: /^application\/json\s*(;|$)/i, message: 'Send JSON.' },
  /** For a public form that works without JavaScript and without a session. */
  FORM: { like: /^application\/x-www-form-urlencoded\s*(;|$)/i, message: 'Send a form.' },
  /** A plain form can send this type, but none of the headers that are required. */
  UPLOAD: { like: /^multipart\/form-data\s*;/i, message: 'Send multipart/form-data.' },
};

/**
 * Protects against cross-site request forgery, in addition to SameSite cookies: by Sec-Fetch-Site, else by Origin, else by a header that another site
 * cannot send without a preflight. Only public forms may send a form body: everything else is JSON, or the files of an upload.
 */
export function refuseForeignOrigin(
  request: FastifyRequest,
  publicOrigin: string,
  body: keyof typeof BODIES = 'JSON',
): void {
  const { 'sec-fetch-site': site, origin, 'x-qadam': own, 'content-type': type } = request.headers;
  const ours =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin !== undefined
        ? origin === publicOrigin || URL.parse(origin)?.host === request.headers.host
        : own !== undefined;
  if (!ours)
    throw new ApiError(
      'FORBIDDEN',
      'This request came from another site, or without the header X-Qadam.',
    );
  const { like, message } = BODIES[body];
  if (type !== undefined && !like.test(type)) throw new ApiError('BAD_USER_INPUT', message);
}
