import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { seal, unseal } from '../../config/seal.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { now } from '../../database/expressions.ts';
import { log } from '../../http/log.ts';
import { traced } from '../../http/traced.ts';
import { postWebhook } from './post-webhook.ts';
import { addressProblem } from './safe-address.ts';
import { boundTo, signatureOf } from './sign-webhook.ts';

/** Sends messages to their addresses. A message may arrive twice; the receiver can tell by its id. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Tries once to send a message; throws on failure, so that the job is retried. `last`: it will not be retried. */
  async deliver(id: string, last: boolean): Promise<void> {
    const { secrets, webhooksToPrivateNetworks: toPrivate } = this.settings;
    const message = await this.read(id);
    if (message === undefined) return;
    const { webhook, url, sealed, body, ended } = message;
    if (ended) return this.settle(id, 'FAILED', null, 'ENDED');
    const wrong = addressProblem(url, toPrivate);
    if (wrong !== null) return this.settle(id, 'FAILED', null, wrong);
    const text = JSON.stringify(body);
    let status: number | null = null;
    try {
      const opened = unseal(secrets, boundTo(webhook), sealed);
      if (opened === null) throw secretLost(webhook);
      const signature = signatureOf(opened.text, text, new Date());
      const headers = { 'qadam-signature': signature, 'qadam-delivery': id };
      const onward: Record<string, string> = {};
      status = await traced({ kind: 'webhook', name: 'send a webhook', onward }, () =>
        postWebhook(url, text, { ...onward, ...headers }, toPrivate),
      );
      if (status < 200 || status > 299) throw new Error('NOT_TAKEN');
    } catch (error) {
      await this.settle(id, last ? 'FAILED' : 'RETRY', status, reasonOf(error));
      throw error;
    }
    await this.settle(id, 'SENT', status, null);
  }

  /** Seals with the first key what an older one sealed, so that the older one can be removed. */
  async reseal(): Promise<void> {
    const { secrets } = this.settings;
    const webhooks = await db(this.em)
      .selectFrom('work.webhook')
      .select(['id', 'sealed_secret as sealed'])
      .where('ended_at', 'is', null)
      .execute();
    for (const { id, sealed } of webhooks) {
      const opened = unseal(secrets, boundTo(id), sealed);
      if (opened === null) secretLost(id);
      else if (opened.isOld)
        await db(this.em)
          .updateTable('work.webhook')
          .set({ sealed_secret: seal(secrets, boundTo(id), opened.text) })
          .where('id', '=', id)
          .execute();
    }
  }

  private read(id: string) {
    return db(this.em)
      .selectFrom('work.webhook_delivery as d')
      .innerJoin('work.webhook as w', 'w.id', 'd.webhook')
      .select(['w.id as webhook', 'w.url', 'w.sealed_secret as sealed', 'd.body'])
      .select((eb) => eb('w.ended_at', 'is not', null).$castTo<boolean>().as('ended'))
      .where('d.id', '=', id)
      .where('d.state', 'in', ['WAITING', 'RETRY'])
      .executeTakeFirst();
  }

  private async settle(
    id: string,
    state: 'SENT' | 'RETRY' | 'FAILED',
    status: number | null,
    error: string | null,
  ): Promise<void> {
    await db(this.em)
      .updateTable('work.webhook_delivery')
      .set((eb) => ({ state, status, error, attempts: eb('attempts', '+', 1), changed_at: now }))
      .where('id', '=', id)
      .execute();
  }
}

/** Only the operator can help, so the log says it. */
function secretLost(webhook: string): Error {
  const what = 'its secret was sealed with a SESSION_SECRET that is gone: nothing can be sent';
  log.warn({ webhook }, what);
  return new Error('SECRET_LOST');
}

/** A code of Node or of ours; never what the other side wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code.slice(0, 60);
  return error instanceof Error ? error.message.slice(0, 60) : 'UNKNOWN';
}
