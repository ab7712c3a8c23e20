import { createHmac } from 'node:crypto';

/** What the receiver checks a message with; made of the server's secret and the id, so that no table holds it. */
export const webhookSecret = (sessionSecret: string, id: string): string =>
  createHmac('sha256', sessionSecret).update(`webhook ${id}`).digest('base64url');

/** `t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" in hex>`: an old message that is sent again is seen by its time. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const time = String(Math.floor(now.getTime() / 1000));
  const mark = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${mark}`;
}
