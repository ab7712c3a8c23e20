import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Shows the first piece of a body to `isAnswered`, which may answer the request at once; otherwise the request goes on as if nothing had been read.
 */
export function showFirstPiece(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  isAnswered: (piece: Buffer) => boolean,
  goOn: () => void,
): void {
  raw.once('data', (piece: Buffer) => {
    if (isAnswered(piece)) return;
    // After a refusal Node discards the unread rest of a body, but not if something was read from it: the rest would block the next request on the
    // connection.
    reply.raw.once('finish', () => raw.resume());
    raw.pause().unshift(piece);
    goOn();
  });
}
