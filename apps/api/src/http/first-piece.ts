import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Shows the first piece of a body to `isAnswered`, which may answer the request at once; otherwise the request goes on as if nothing had been read.
 */
export function showFirstPiece(
  request: IncomingMessage,
  response: ServerResponse,
  isAnswered: (piece: Buffer) => boolean,
  goOn: () => void,
): void {
  request.once('data', (piece: Buffer) => {
    if (isAnswered(piece)) return;
    // After a refusal Node discards the unread rest of a body, but not if something was read from it: the rest would block the next request on the
    // connection.
    response.once('finish', () => request.resume());
    request.pause().unshift(piece);
    goOn();
  });
}
