import type { FastifyReply, FastifyRequest } from 'fastify';

/** Shows the first piece of a body to who may answer by it at once; where that is not done, goes on as if nobody had looked. */
export function showFirstPiece(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  isAnswered: (piece: Buffer) => boolean,
  goOn: () => void,
): void {
  raw.once('data', (piece: Buffer) => {
    if (isAnswered(piece)) return;
    // Node throws away what a refusal leaves unread only where nobody has looked; left lying, it would hold up the next request of the connection
    reply.raw.once('finish', () => raw.resume());
    raw.pause().unshift(piece);
    goOn();
  });
}
