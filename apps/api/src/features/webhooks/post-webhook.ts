import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { publicLookup } from './safe-address.ts';

const TIMEOUT_MS = 10_000;

/** Sends one message and returns the status. The body of the answer is not read, and redirects are not followed. */
export function postWebhook(
  url: string,
  body: string,
  headers: Record<string, string>,
  toPrivate: boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? https : http;
    const request = send(
      url,
      {
        method: 'POST',
        timeout: TIMEOUT_MS,
        agent: false,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Qadam',
        },
        ...(toPrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    // ends a request to a server that answers too slowly, byte by byte, for `timeout` to notice
    const deadline = setTimeout(() => request.destroy(new Error('TIMEOUT')), TIMEOUT_MS);
    request.on('close', () => {
      clearTimeout(deadline);
    });
    request.on('timeout', () => request.destroy(new Error('TIMEOUT')));
    request.on('error', reject);
    request.end(body);
  });
}
