import type { FastifyInstance } from 'fastify';

/** RFC 9116 requires a date less than a year ahead, by which the text expires. */
const VALID_DAYS = 180;

/** Serves the contact for reporting a weakness at the standard address. Without CONTACT_EMAIL there is nobody to write to. */
export function registerSecurityText(
  server: Pick<FastifyInstance, 'get'>,
  { origin, contact }: { origin: string; contact: string | null },
): void {
  if (contact === null) return;
  const path = '/.well-known/security.txt';
  server.get(path, (_request, reply) => {
    const expires = new Date(Date.now() + VALID_DAYS * 86_400_000);
    expires.setUTCHours(0, 0, 0, 0);
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        `Contact: mailto:${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: en, ru\nCanonical: ${origin}${path}\n`,
      );
  });
}
