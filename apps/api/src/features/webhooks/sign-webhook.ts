import { createHmac } from 'node:crypto';

/** The secret of a webhook is sealed for it alone (config/seal.ts). */
export const boundTo = (id: string): string => `webhook ${id}`;

/** `t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" in hex>`: an old message that is sent again is seen by its time. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const time = String(Math.floor(now.getTime() / 1000));
  const mark = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${mark}`;
}
