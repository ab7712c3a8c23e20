import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { upsertRows } from '../../database/entity-rows.ts';
import { ago } from '../../database/expressions.ts';
import { holdNamedLock } from '../../database/locks.ts';
import { WebhookDelivery } from './webhook.entity.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** Older events are no longer news. */
const NEWS = '2 days';

interface Told {
  webhook: string;
  event: WebhookEvent;
  subject: string;
  at: Date;
  body: Record<string, unknown>;
}

/** Finds the messages that are due from stored data only, so a restart forgets nothing and repeats nothing. No message contains a figure. */
@Injectable()
export class WebhookPlanner {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Stores the messages that are due and returns how many are new. */
  async plan(): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      await holdNamedLock(em, 'webhook plan');
      const told = [
        ...(await this.releases(em)),
        ...(await this.returned(em)),
        ...(await this.asked(em)),
      ];
      const rows = told.map(({ webhook, event, subject, at, body }) => {
        const id = randomUUID();
        const message = { id, event, at: at.toISOString(), ...body };
        return { id, webhook, event, subject, body: message };
      });
      return upsertRows(em, WebhookDelivery, rows, 'STAYS');
    });
  }

  /** The ids of the waiting messages; each is also the id of the job that sends it. */
  async waiting(): Promise<string[]> {
    const rows = await db(this.em)
      .selectFrom('work.webhook_delivery')
      .select('id')
      .where('state', '=', 'WAITING')
      .orderBy('created_at')
      .limit(1000)
      .execute();
    return rows.map(({ id }) => id);
  }

  private async releases(em: EntityManager): Promise<Told[]> {
    const rows = await listeners(em, 'RELEASED')
      .innerJoin('publication.release as r', (on) =>
        on.onRef('r.published_at', '>', 'w.created_at').on('r.published_at', '>', ago(NEWS)),
      )
      .select(['w.id as webhook', 'r.number', 'r.published_at as at'])
      .execute();
    return rows.map(({ webhook, number, at }) => ({
      ...{ webhook, event: 'RELEASED', subject: number, at },
      body: { release: number, address: this.at(`releases/${number}`) },
    }));
  }

  private async returned(em: EntityManager): Promise<Told[]> {
    const rows = await listeners(em, 'RETURNED')
      .innerJoin('work.review as v', (on) =>
        on.onRef('v.created_at', '>', 'w.created_at').on('v.created_at', '>', ago(NEWS)),
      )
      .innerJoin('work.observation as o', (on) =>
        on.onRef('o.id', '=', 'v.observation').onRef('o.area', '=', 'w.area'),
      )
      .select(['w.id as webhook', 'v.id as subject', 'v.created_at as at'])
      .select(['o.area', 'o.indicator', 'o.year'])
      .where('v.decision', '=', 'RETURNED')
      .execute();
    return rows.map((row) => this.ofCell('RETURNED', row));
  }

  private async asked(em: EntityManager): Promise<Told[]> {
    const rows = await listeners(em, 'ASKED')
      .innerJoin('work.message as m', (on) =>
        on.onRef('m.created_at', '>', 'w.created_at').on('m.created_at', '>', ago(NEWS)),
      )
      .innerJoin('work.observation as o', (on) =>
        on.onRef('o.id', '=', 'm.observation').onRef('o.area', '=', 'w.area'),
      )
      .select(['w.id as webhook', 'm.id as subject', 'm.created_at as at'])
      .select(['o.area', 'o.indicator', 'o.year'])
      .where('m.question', '=', true)
      .execute();
    return rows.map((row) => this.ofCell('ASKED', row));
  }

  private ofCell(
    event: WebhookEvent,
    row: { area: string; indicator: string; year: number } & Omit<Told, 'event' | 'body'>,
  ): Told {
    const { area, indicator, year, ...one } = row;
    const address = this.at(`report/${area}/${String(year)}`);
    return { ...one, event, body: { area, indicator, year, address } };
  }

  private at(page: string): string {
    return `${this.settings.publicOrigin}/en/${page}`;
  }
}

const listeners = (em: EntityManager, event: WebhookEvent) =>
  db(em)
    .selectFrom('work.webhook as w')
    .where('w.ended_at', 'is', null)
    .where(sql<boolean>`${event} = any (w.events)`);
