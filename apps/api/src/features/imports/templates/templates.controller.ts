import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../../graphql/api-error.ts';
import { Language } from '../../../graphql/enums.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { RequestActor } from '../../users/request-actor.ts';
import { TemplatesService } from './templates.service.ts';

@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly actors: RequestActor,
    private readonly templates: TemplatesService,
    private readonly files: MadeFiles,
  ) {}

  @Get(':area/:file')
  async download(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('area') area: string,
    @Param('file') file: string,
    @Query('lang') asked: string | undefined,
  ): Promise<Buffer> {
    const actor = await this.actors.of(request);
    const cycle = /^(\d{4})\.xlsx$/.exec(file)?.[1];
    if (cycle === undefined) throw new ApiError('NOT_FOUND');
    const lang = Object.values(Language).find((language) => language === asked) ?? 'en';
    const bytes = await this.files.answer(request.ip, () =>
      this.templates.workbook(actor, area, Number(cycle), lang),
    );
    void reply.headers({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="qadam-${area}-${cycle}-${lang}.xlsx"`,
      'cache-control': 'no-store',
    });
    return bytes;
  }
}
