import type { FastifyInstance } from 'fastify';

/** RFC 9116 wants a day on which the text is looked at again, less than a year ahead. */
const VALID_DAYS = 180;

/** Where to report a weakness, at the address where those look who found one. Without CONTACT_EMAIL there is nobody to write to. */
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
