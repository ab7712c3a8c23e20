import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceLock } from '@qadam/domain';
import { sql } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { attachedTo } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { CellLock } from '../observations/cell-lock.ts';
import type { ObservationPayload } from '../observations/changes.type.ts';
import { ObservationChange } from '../observations/observation-change.ts';
import { preparedAmong } from '../observations/waiting-signature.ts';
import {
  evidenceById,
  insertEvidence,
  knownEvidence,
  readEvidence,
  usedBytes,
} from './evidence.store.ts';
import type {
  AddEvidenceLinkInput,
  AttachEvidenceInput,
  Evidence,
  EvidencePayload,
  EvidenceQuota,
  MarkEvidenceInput,
} from './evidence.type.ts';
import { webAddress } from './web-address.ts';

const LIST_LIMIT = 200;
const MAX_TITLE = 300;
const KILOBYTE = 1024;

@Injectable()
export class EvidenceService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly valueChange: ObservationChange,
    private readonly areas: AreaReader,
    private readonly locks: CellLock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async evidence(actor: Actor, area: string): Promise<Evidence[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    const rows = await readEvidence(this.em)
      .where('e.area', '=', area)
      .orderBy('e.added_at', 'desc')
      .orderBy('e.id')
      .limit(LIST_LIMIT)
      .execute();
    return rows.map((row) => row.evidence);
  }

  /** How much of its quota the organisation of the person who asks has used. */
  async evidenceQuota(actor: Actor, area: string): Promise<EvidenceQuota> {
    permit(actor, 'READ_WORK', { area });
    const used = await usedBytes(this.em, actor, area);
    const max = this.settings.evidenceQuotaMegabytes * KILOBYTE;
    return { usedKilobytes: Math.ceil(used / KILOBYTE), maxKilobytes: max };
  }

  async addEvidenceLink(actor: Actor, input: AddEvidenceLinkInput): Promise<EvidencePayload> {
    const { area } = input;
    permit(actor, 'ADD_EVIDENCE', { area });
    const { done, problems } = await this.change.run(actor, 'ADD_EVIDENCE', input, async (em) => {
      const url = webAddress(input.url);
      if (url === null) throw refused('LINK_NOT_HTTPS', 'url');
      const title = requiredText(input.title, 'title', 'TEXT_REQUIRED');
      if (title.length > MAX_TITLE) throw refused('TEXT_TOO_LONG', 'title', { max: MAX_TITLE });
      const link = { area, kind: 'LINK' as const, title, url };
      const fresh = await insertEvidence(em, actor, link);
      if (fresh === null) return knownEvidence(em, 'url', area, url);
      await recordEvent(em, actor, 'ADD_EVIDENCE', fresh, { area, after: link });
      return fresh;
    });
    const evidence = done === null ? null : await evidenceById(this.em, done);
    return { evidence, problems };
  }

  /**
   * Attaches or detaches evidence, only while the value is not handed in, so that a reviewer sees what was submitted.
   * A later revision keeps the evidence attached before it.
   */
  attachEvidence(actor: Actor, input: AttachEvidenceInput): Promise<ObservationPayload> {
    const { attached } = input;
    return this.valueChange.run(actor, 'ADD_EVIDENCE', input, async (em, observation) => {
      const { id, area, year, indicator, currentRevision: revision } = observation;
      const found = await evidenceById(em, input.evidence);
      if (found?.area !== area) throw new ApiError('NOT_FOUND');
      const forValue = await this.locks.of(em, actor, { area, year, indicator }, observation);
      const lock = evidenceLock(observation.state, forValue);
      if (lock !== null) throw refused(lock, null, { cycle: year });
      // evidence does not change the version of the value, so the second person would sign without having seen it
      if ((await preparedAmong(em, anyOf([id]))).size > 0) throw refused('ALREADY_PREPARED');
      const evidence = found.id;
      const before = await db(em)
        .selectFrom(attachedTo(sql.val(id)).as('a'))
        .select('a.evidence')
        .execute();
      if (before.some((one) => one.evidence === evidence) === attached) return;
      await db(em)
        .insertInto('work.revision_evidence')
        .values({ revision, evidence, attached, author: actor.id })
        .execute();
      const operation = attached ? 'ATTACH_EVIDENCE' : 'DETACH_EVIDENCE';
      await recordEvent(em, actor, operation, id, { area, after: { revision, evidence } });
    });
  }

  /** Marks evidence public or private. Public evidence is published with a release, never before. */
  async markEvidence(actor: Actor, input: MarkEvidenceInput): Promise<EvidencePayload> {
    const found = await evidenceById(this.em, input.evidence);
    permit(actor, 'MARK_EVIDENCE', { area: found?.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { id, area, lang } = found;
    const { problems } = await this.change.run(actor, 'MARK_EVIDENCE', input, async (em) => {
      const mark = { public: input.public, lang: input.lang ?? null };
      await db(em)
        .insertInto('work.evidence_mark')
        .values({ evidence: id, ...mark, marked_by: actor.id })
        .execute();
      await recordEvent(em, actor, 'MARK_EVIDENCE', id, {
        area,
        before: { public: found.public, lang },
        after: mark,
      });
      return id;
    });
    return { evidence: await evidenceById(this.em, id), problems };
  }
}
