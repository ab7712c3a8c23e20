import { hash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { ProblemError, refused } from '../../graphql/problem.ts';
import { asAttachment } from '../../http/attachment.ts';
import { MAX_UPLOAD_BYTES, type UploadedFile, uploadedFile } from '../../http/uploads.ts';
import { recordEvent } from '../audit/chain.ts';
import { RequestActor } from '../users/request-actor.ts';
import { acceptFile } from './accept-file.ts';
import { EvidenceContent } from './evidence.entity.ts';
import {
  evidenceById,
  findEvidence,
  insertEvidence,
  knownEvidence,
  usedBytes,
} from './evidence.store.ts';
import type { EvidencePayload } from './evidence.type.ts';

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = Math.floor(MAX_UPLOAD_BYTES / MEGABYTE);

/** Evidence files. By HTTP, not GraphQL, as bytes are not JSON. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly em: EntityManager,
    private readonly actors: RequestActor,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Takes one file, in the field `file`. Expected problems are answered as data: 422 with `problems`. */
  @Post()
  async add(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('area') area: unknown,
  ): Promise<EvidencePayload> {
    const actor = await this.actors.changing(request, 'UPLOAD');
    // before a byte of the body is read
    permit(actor, 'ADD_EVIDENCE', { area: typeof area === 'string' ? area : null });
    let answer: EvidencePayload;
    try {
      const file = await uploadedFile(request);
      if (file.cut) throw refused('FILE_TOO_LARGE', 'file', { max: MAX_MEGABYTES });
      const id = await this.store(actor, String(area), file);
      answer = { evidence: await evidenceById(this.em, id), problems: [] };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      answer = { evidence: null, problems: error.problems };
    }
    void reply.status(answer.evidence === null ? 422 : 201).header('cache-control', 'no-store');
    return answer;
  }

  /** Sends the file to people who may read the area's work. For another area's file the answer is the same as if it did not exist. */
  @Get(':id')
  async read(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const found = await evidenceById(this.em, id);
    permit(actor, 'READ_WORK', { area: found?.area });
    if (found === null) throw new ApiError('NOT_FOUND');
    const { title, mediaType } = found;
    const file = await this.em.fork().findOne(EvidenceContent, found.id);
    if (file === null) throw new ApiError('NOT_FOUND');
    await reply
      .headers({
        'content-type': mediaType ?? '',
        'content-disposition': asAttachment(title),
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(file.content);
  }

  /** Stores a file and returns its id. The same bytes for the same area are stored only once. */
  private async store(actor: Actor, area: string, { name, bytes }: UploadedFile): Promise<string> {
    const file = await acceptFile(name, bytes);
    if (typeof file === 'string') throw refused(file, 'file', { max: MAX_MEGABYTES });
    const { title, mediaType, content } = file;
    const sha256 = hash('sha256', content);
    const size = content.length;
    return this.em.fork().transactional(async (em) => {
      const onFile = await findEvidence(em, 'sha256', area, sha256);
      if (onFile !== null) return onFile;
      // checked before anything is written, so that a file without room costs no writing
      await this.refuseBeyondQuota(em, actor, area, size);
      const columns = { area, kind: 'FILE' as const, title, media_type: mediaType, size, sha256 };
      const fresh = await insertEvidence(em, actor, columns);
      if (fresh === null) return knownEvidence(em, 'sha256', area, sha256);
      await db(em)
        .insertInto('work.evidence_content')
        .values({ evidence: fresh, content })
        .execute();
      await recordEvent(em, actor, 'ADD_EVIDENCE', fresh, { area, after: columns });
      // checked again: recording the audit event has locked the chain, so if two files come at once, the second now counts the first
      await this.refuseBeyondQuota(em, actor, area);
      return fresh;
    });
  }

  /** `more`: bytes that are still to be written. */
  private async refuseBeyondQuota(em: EntityManager, actor: Actor, area: string, more = 0) {
    const max = this.settings.evidenceQuotaMegabytes;
    if ((await usedBytes(em, actor, area)) + more > max * MEGABYTE)
      throw refused('EVIDENCE_QUOTA_FULL', 'file', { max });
  }
}
