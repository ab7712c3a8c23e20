import { createHmac } from 'node:crypto';

/** Binds the sealed secret to its webhook, so that it cannot be used for another (config/seal.ts). */
export const boundTo = (id: string): string => `webhook ${id}`;

/** `t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" in hex>`: the time lets receivers recognise an old message that is replayed. */
export function signatureOf(secret: string, body: string, now: Date): string {
  const time = String(Math.floor(now.getTime() / 1000));
  const mark = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${mark}`;
}
