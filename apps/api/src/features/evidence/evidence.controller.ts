import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { asAttachment } from '../../http/attachment.ts';
import { MAX_UPLOAD_BYTES } from '../../http/uploads.ts';
import { RequestActor } from '../users/request-actor.ts';
import { EvidenceService } from './evidence.service.ts';
import type { EvidencePayload } from './evidence.type.ts';

const MEGABYTE = 1024 * 1024;

/** Files over HTTP and not GraphQL: bytes are no JSON. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly actors: RequestActor,
  ) {}

  /** One file, in the field `file`. Expected trouble is data: 422 with `problems`. */
  @Post()
  async add(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('area') area: unknown,
  ): Promise<EvidencePayload> {
    const actor = await this.actors.changing(request, 'UPLOAD');
    // before a byte of the body is read
    permit(actor, 'ADD_EVIDENCE', { area: typeof area === 'string' ? area : null });
    const file = await fileOf(request);
    const answer =
      file === 'TOO_LARGE'
        ? { evidence: null, problems: [tooLarge()] }
        : await this.evidence.addFile(actor, String(area), file.name, file.bytes);
    void reply.status(answer.evidence === null ? 422 : 201).header('cache-control', 'no-store');
    return answer;
  }

  @Get(':id')
  async read(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const actor = await this.actors.of(request);
    const { title, mediaType, content } = await this.evidence.file(actor, id);
    await reply
      .headers({
        'content-type': mediaType,
        'content-disposition': asAttachment(title),
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(content);
  }
}

const tooLarge = () =>
  problem('FILE_TOO_LARGE', 'file', { max: Math.floor(MAX_UPLOAD_BYTES / MEGABYTE) });

async function fileOf(
  request: FastifyRequest,
): Promise<{ name: string; bytes: Buffer } | 'TOO_LARGE'> {
  if (!request.isMultipart()) throw new ApiError('BAD_USER_INPUT', 'Send multipart/form-data.');
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file')
      throw new ApiError('BAD_USER_INPUT', 'Send one file as `file`.');
    const bytes = await part.toBuffer();
    return part.file.truncated ? 'TOO_LARGE' : { name: part.filename, bytes };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('BAD_USER_INPUT', 'The upload is not complete.');
  }
}
