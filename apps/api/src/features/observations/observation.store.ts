import { randomUUID } from 'node:crypto';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Operation, Part } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { ReasonCode } from '../../graphql/enums.ts';
import type { Content } from './entry.ts';
import { isId } from '../../database/ids.ts';
import { Observation, Revision } from './observation.entity.ts';

export interface Cell {
  area: string;
  year: number;
  indicator: string;
  part: Part;
}

const LOCKED = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/** Observations as a change needs them: locked until its transaction ends. */
@Injectable()
export class ObservationStore {
  /** An observation that does not exist answers like one of a foreign area. */
  async permit(em: EntityManager, actor: Actor, operation: Operation, id: string): Promise<void> {
    const [row] = isId(id)
      ? await em.execute<{ area: string }[]>(`select area from work.observation where id = ?`, [id])
      : [];
    permit(actor, operation, { area: row?.area });
    if (row === undefined) throw new ApiError('NOT_FOUND');
  }

  async lock(em: EntityManager, id: string): Promise<Observation> {
    return em.findOneOrFail(Observation, id, LOCKED);
  }

  /** Always in one order, so that two changes never wait for each other. */
  async lockAll(em: EntityManager, ids: readonly string[]): Promise<Map<string, Observation>> {
    const found = await em.find(
      Observation,
      { id: { $in: ids.filter(isId) } },
      { ...LOCKED, orderBy: { id: 'asc' } },
    );
    if (found.length < new Set(ids).size) throw new ApiError('NOT_FOUND');
    return new Map(found.map((observation) => [observation.id, observation]));
  }

  /** Null before the first save. */
  async lockCell(em: EntityManager, { part, ...cell }: Cell): Promise<Observation | null> {
    return em.findOne(Observation, { ...cell, ...part }, LOCKED);
  }

  async currentRevisions(
    em: EntityManager,
    observations: Iterable<Observation>,
  ): Promise<Map<string, Revision>> {
    const ids = Array.from(observations, ({ currentRevision }) => currentRevision);
    const revisions = await em.find(Revision, { id: { $in: ids } });
    return new Map(revisions.map((revision) => [revision.id, revision]));
  }

  /** Writes a revision and makes it the current one. */
  async append(
    em: EntityManager,
    actor: Actor,
    observation: Observation,
    content: Content,
    { reason, period }: { reason: ReasonCode | null; period: string | null },
  ): Promise<void> {
    await this.write(em, observation, {
      ...content,
      source: null,
      period,
      reason,
      via: 'ENTRY',
      author: actor.id,
    });
  }

  /** The figure of a named public source becomes the current one: it has no author, and says so. */
  async appendSourced(
    em: EntityManager,
    observation: Observation,
    { source, value }: { source: string; value: string },
  ): Promise<void> {
    await this.write(em, observation, {
      value,
      numerator: null,
      denominator: null,
      missingReason: null,
      obsStatus: 'A',
      source,
      period: null,
      sourceText: null,
      comment: null,
      factDate: null,
      provision: null,
      basis: null,
      reason: 'NEW_SOURCE',
      via: 'SOURCE_IMPORT',
      author: null,
    });
  }

  private async write(
    em: EntityManager,
    observation: Observation,
    content: Content & Pick<Revision, 'source' | 'period' | 'reason' | 'via' | 'author'>,
  ): Promise<void> {
    const [last] = await em.execute<{ number: number }[]>(
      `select max(number) as number from work.revision where observation = ?`,
      [observation.id],
    );
    observation.currentRevision = randomUUID();
    const number = (last?.number ?? 0) + 1;
    const id = observation.currentRevision;
    em.persist(em.create(Revision, { id, observation: observation.id, number, ...content }));
  }
}
