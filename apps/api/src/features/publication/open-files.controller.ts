import { BREAKDOWN_DIMENSIONS, type BreakdownDimension, TOTAL_PART } from '@qadam/domain';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../database/ids.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { asAttachment } from '../../http/attachment.ts';
import { isKnown, SETTLED } from '../../http/cache-policy.ts';
import { sha256 } from '../../http/page-policy.ts';
import { OpenFilesReader } from './open-files.reader.ts';

const YEAR = /^(19|20|21)\d{2}$/;

/** Released documents and single values at permanent addresses, which answer 410 once their content was withdrawn for safety. */
@Controller('data')
export class OpenFilesController {
  constructor(private readonly open: OpenFilesReader) {}

  @Get('documents/:id')
  async document(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = isId(id) ? await this.open.file(id) : null;
    if (file === null) throw new ApiError('NOT_FOUND');
    if (file === 'GONE') throw new ApiError('GONE');
    const etag = `"${file.sha256}"`;
    void reply.headers({
      etag,
      'cache-control': SETTLED,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (isKnown(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    await reply
      .headers({
        'content-type': file.mediaType,
        'content-disposition': asAttachment(file.title),
      })
      .send(file.content);
  }

  /** `?sex=F&region=…` name a part; without them the total is meant. */
  @Get('values/:release/:indicator/:area/:year')
  async value(
    @Param() path: { release: string; indicator: string; area: string; year: string },
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!YEAR.test(path.year)) throw new ApiError('NOT_FOUND');
    const part: Record<BreakdownDimension, string> = { ...TOTAL_PART };
    for (const dimension of BREAKDOWN_DIMENSIONS) {
      const code = query[dimension] ?? part[dimension];
      if (typeof code !== 'string')
        throw new ApiError('BAD_USER_INPUT', `${dimension} is one code.`);
      part[dimension] = code;
    }
    const value = await this.open.value({ ...path, year: Number(path.year), ...part });
    if (value === null) throw new ApiError('NOT_FOUND');
    if (value === 'GONE') throw new ApiError('GONE');
    const etag = `"${sha256(JSON.stringify(value)).slice(0, 22)}"`;
    void reply.headers({ etag, 'cache-control': SETTLED });
    if (isKnown(request.headers['if-none-match'], etag)) await reply.status(304).send();
    else await reply.send(value);
  }
}
