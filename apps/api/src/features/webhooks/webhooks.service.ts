import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { seal, unseal } from '../../config/seal.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { instant, now, person } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { newToken } from '../users/cookies.ts';
import { addressProblem } from './safe-address.ts';
import { boundTo } from './sign-webhook.ts';
import { Webhook as Entity } from './webhook.entity.ts';
import type {
  CreateWebhookInput,
  EndWebhookInput,
  Webhook,
  WebhookDelivery,
  WebhookPayload,
} from './webhook.type.ts';

/** The most webhooks that one country may have. */
const MAX_WEBHOOKS = 10;

/** The webhooks of a country, with what became of each message. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async webhooks(actor: Actor, area: string): Promise<Omit<Webhook, 'deliveries'>[]> {
    permit(actor, 'READ_WEBHOOKS', { area });
    await this.areas.get(this.em, area);
    return this.read(area);
  }

  async create(actor: Actor, input: CreateWebhookInput): Promise<Payload> {
    const { area, url, events } = input;
    const { secrets, webhooksToPrivateNetworks } = this.settings;
    permit(actor, 'MANAGE_WEBHOOKS', { area });
    await this.areas.get(this.em, area);
    const { done, problems } = await this.change.run(
      actor,
      'MANAGE_WEBHOOKS',
      input,
      async (em) => {
        const wrong = addressProblem(url, webhooksToPrivateNetworks);
        if (wrong !== null) throw refused(wrong, 'url');
        if (events.length === 0) throw refused('EVENTS_REQUIRED', 'events');
        if ((await em.count(Entity, { area, endedAt: null })) >= MAX_WEBHOOKS)
          throw refused('TOO_MANY_WEBHOOKS', null, { max: MAX_WEBHOOKS });
        const id = randomUUID();
        const secret = newToken();
        const sealedSecret = seal(secrets, boundTo(id), secret);
        await em.insert(Entity, { id, area, url, events, sealedSecret, createdBy: actor.id });
        // only the host, as the address may contain a secret of the receiver
        const after = { host: new URL(url).host, events };
        await recordEvent(em, actor, 'CREATE_WEBHOOK', id, { area, after });
        return id;
      },
    );
    // read from the stored row, as a repeated request has no new secret
    const made = done === null ? null : await this.em.fork().findOneOrFail(Entity, done);
    const secret = made && (unseal(secrets, boundTo(made.id), made.sealedSecret)?.text ?? null);
    return { secret, webhooks: await this.read(area), problems };
  }

  async end(actor: Actor, input: EndWebhookInput): Promise<Payload> {
    const { webhook: id } = input;
    const known = isId(id) ? await this.em.fork().findOne(Entity, id) : null;
    permit(actor, 'MANAGE_WEBHOOKS', { area: known?.area });
    if (known === null) throw new ApiError('NOT_FOUND');
    const { area } = known;
    const { problems } = await this.change.run(actor, 'MANAGE_WEBHOOKS', input, async (em) => {
      const ended = await db(em)
        .updateTable('work.webhook')
        .set({ ended_at: now })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (ended.numUpdatedRows > 0) await recordEvent(em, actor, 'END_WEBHOOK', id, { area });
      return id;
    });
    return { secret: null, webhooks: await this.read(area), problems };
  }

  deliveries(webhook: string): Promise<WebhookDelivery[]> {
    return db(this.em.fork())
      .selectFrom('work.webhook_delivery as d')
      .select(['d.id', 'd.event', 'd.state', 'd.attempts', 'd.status', 'd.error'])
      .select([instant('d.created_at').as('createdAt'), instant('d.changed_at').as('changedAt')])
      .where('d.webhook', '=', webhook)
      .orderBy('d.created_at', 'desc')
      .orderBy('d.id')
      .limit(100)
      .execute();
  }

  private read(area: string): Promise<Omit<Webhook, 'deliveries'>[]> {
    return db(this.em.fork())
      .selectFrom('work.webhook as w')
      .innerJoin('work.user_account as u', 'u.id', 'w.created_by')
      .select(['w.id', 'w.area', 'w.url', 'w.events'])
      .select([person('u').$notNull().as('createdBy'), instant('w.created_at').as('createdAt')])
      .where('w.area', '=', area)
      .where('w.ended_at', 'is', null)
      .orderBy('w.created_at')
      .orderBy('w.id')
      .execute();
  }
}

/** The payload without deliveries, which are a field with a resolver of its own. */
type Payload = Omit<WebhookPayload, 'webhooks'> & { webhooks: Omit<Webhook, 'deliveries'>[] };
