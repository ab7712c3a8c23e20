import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExchangeService } from '../exchange.service.ts';
import { fileName, type ExportFormat } from '../export-format.ts';
import { readQuery, type Query as Parameters } from '../read-query.ts';
import { ReleaseCache } from '../release-cache.ts';
import { adx } from './adx.ts';
import { dataValueSets } from './data-value-sets.ts';

/** Released values for a DHIS2, with the filters of /data. */
@Controller('dhis2')
export class Dhis2Controller {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly cache: ReleaseCache,
  ) {}

  @Get('adx.xml')
  adx(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send(adx, query, request, reply);
  }

  @Get('dataValueSets.json')
  dataValueSets(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send(dataValueSets, query, request, reply);
  }

  private async send(
    format: ExportFormat,
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { lang, filter, ...asked } = readQuery(query, ['release', 'asOf', 'lang', 'c', 't', 'i']);
    const release = await this.exchange.release(lang, asked);
    if (await this.cache.answer(request, reply, release, lang, asked)) return undefined;
    const { pages, ...context } = await this.exchange.open(release, lang, filter);
    const headers = {
      'content-type': format.mediaType,
      'content-disposition': `attachment; filename="${fileName(format.id, context, format.extension)}"`,
    };
    void reply.headers(headers);
    if (request.method === 'HEAD') return undefined;
    return new StreamableFile(Readable.from(format.write(pages, context), { objectMode: false }), {
      type: headers['content-type'],
      disposition: headers['content-disposition'],
    });
  }
}
