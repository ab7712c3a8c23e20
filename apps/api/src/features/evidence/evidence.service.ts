import { createHash, randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import type { Tables } from '../../database/tables.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { acceptFile } from './accept-file.ts';
import type { AddEvidenceLinkInput, MarkEvidenceInput } from './evidence.input.ts';
import {
  evidenceById,
  evidenceOfArea,
  storedFile,
  type StoredFile,
  usedBytes,
} from './evidence.reader.ts';
import type { Evidence, EvidencePayload, EvidenceQuota } from './evidence.type.ts';
import { webAddress } from './web-address.ts';

const LIST_LIMIT = 200;
const MAX_TITLE = 300;
const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

type EvidenceRow = Pick<
  Insertable<Tables['work.evidence']>,
  'area' | 'kind' | 'title' | 'media_type' | 'size' | 'sha256' | 'url'
>;

@Injectable()
export class EvidenceService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly audit: AuditService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(actor: Actor, area: string): Promise<Evidence[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return evidenceOfArea(this.em, area, LIST_LIMIT);
  }

  /** How much of the room of the asker's organisation is taken. */
  async quota(actor: Actor, area: string): Promise<EvidenceQuota> {
    permit(actor, 'READ_WORK', { area });
    const used = await usedBytes(this.em, area, actor.organisation);
    const max = this.settings.evidenceQuotaMegabytes * KILOBYTE;
    return { usedKilobytes: Math.ceil(used / KILOBYTE), maxKilobytes: max };
  }

  /** The same bytes of the same area are one evidence, however often they are sent. */
  async addFile(actor: Actor, area: string, name: string, bytes: Buffer): Promise<EvidencePayload> {
    permit(actor, 'ADD_EVIDENCE', { area });
    const file = await acceptFile(name, bytes);
    if (typeof file === 'string') return { evidence: null, problems: [problem(file, 'file')] };
    const { title, mediaType, content } = file;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const size = content.length;
    const stored = this.em.fork().transactional(async (em) => {
      const onFile = await find(em, 'sha256', area, sha256);
      if (onFile !== null) return onFile;
      // before anything is written: a file for which there is no room costs no writing
      await this.refuseBeyondQuota(em, actor, area, size);
      const columns = { area, kind: 'FILE' as const, title, media_type: mediaType, size, sha256 };
      const fresh = await insert(em, actor, columns);
      if (fresh === null) return known(em, 'sha256', area, sha256);
      await db(em)
        .insertInto('work.evidence_content')
        .values({ evidence: fresh, content })
        .execute();
      await this.record(em, actor, fresh, columns);
      // again: recording in the audit locks it, so of two files sent at once the second now counts the first
      await this.refuseBeyondQuota(em, actor, area);
      return fresh;
    });
    try {
      return { evidence: await evidenceById(this.em, await stored), problems: [] };
    } catch (error) {
      if (error instanceof ProblemError) return { evidence: null, problems: error.problems };
      throw error;
    }
  }

  /** `more`: bytes that are not written yet. */
  private async refuseBeyondQuota(
    em: EntityManager,
    actor: Actor,
    area: string,
    more = 0,
  ): Promise<void> {
    const max = this.settings.evidenceQuotaMegabytes;
    const used = await usedBytes(em, area, actor.organisation);
    if (used + more > max * MEGABYTE)
      throw new ProblemError(problem('EVIDENCE_QUOTA_FULL', 'file', { max }));
  }

  async addLink(actor: Actor, input: AddEvidenceLinkInput): Promise<EvidencePayload> {
    permit(actor, 'ADD_EVIDENCE', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'ADD_EVIDENCE', input, async (em) => {
      const url = webAddress(input.url);
      if (url === null) throw new ProblemError(problem('LINK_NOT_HTTPS', 'url'));
      const title = requiredText(input.title, 'title', 'TEXT_REQUIRED');
      if (title.length > MAX_TITLE) {
        throw new ProblemError(problem('TEXT_TOO_LONG', 'title', { max: MAX_TITLE }));
      }
      const { area } = input;
      const columns = { area, kind: 'LINK' as const, title, url };
      const fresh = await insert(em, actor, columns);
      if (fresh === null) return known(em, 'url', area, url);
      await this.record(em, actor, fresh, columns);
      return fresh;
    });
    const evidence = done === null ? null : await evidenceById(this.em, done);
    return { evidence, problems };
  }

  /** Marked public it leaves with a release, never before. */
  async mark(actor: Actor, input: MarkEvidenceInput): Promise<EvidencePayload> {
    const found = await evidenceById(this.em, input.evidence);
    permit(actor, 'MARK_EVIDENCE', { area: found?.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'MARK_EVIDENCE', input, async (em) => {
      const mark = { public: input.public, lang: input.lang ?? null };
      await db(em)
        .insertInto('work.evidence_mark')
        .values({ evidence: found.id, ...mark, marked_by: actor.id })
        .execute();
      await this.audit.record(em, actor, 'MARK_EVIDENCE', found.id, {
        area: found.area,
        before: { public: found.public, lang: found.lang },
        after: mark,
      });
      return found.id;
    });
    return { evidence: await evidenceById(this.em, found.id), problems };
  }

  /** To those who may read the area's work; another area's file answers like one that does not exist. */
  async file(actor: Actor, id: string): Promise<StoredFile> {
    const found = await evidenceById(this.em, id);
    permit(actor, 'READ_WORK', { area: found?.area });
    const file = found === null ? null : await storedFile(this.em, found.id);
    if (file === null) throw new ApiError('NOT_FOUND');
    return file;
  }

  private async record(
    em: EntityManager,
    actor: Actor,
    id: string,
    row: EvidenceRow,
  ): Promise<void> {
    await this.audit.record(em, actor, 'ADD_EVIDENCE', id, { area: row.area, after: row });
  }
}

/** The new id; null where it is there already. */
async function insert(em: EntityManager, actor: Actor, row: EvidenceRow): Promise<string | null> {
  const { id: added_by, organisation } = actor;
  const written = await db(em)
    .insertInto('work.evidence')
    .values({ id: randomUUID(), added_by, organisation, ...row })
    .onConflict((known) => known.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written?.id ?? null;
}

async function find(
  em: EntityManager,
  column: 'sha256' | 'url',
  area: string,
  value: string,
): Promise<string | null> {
  const row = await db(em)
    .selectFrom('work.evidence')
    .select('id')
    .where('area', '=', area)
    .where(column, '=', value)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function known(...evidence: Parameters<typeof find>): Promise<string> {
  const id = await find(...evidence);
  if (id === null) throw new ApiError('CONFLICT');
  return id;
}
