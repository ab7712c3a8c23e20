import type { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MadeFiles } from '../../../http/made-files.ts';
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
    private readonly files: MadeFiles,
  ) {}

  @Get('adx.xml')
  adx(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    return this.send(adx, query, request, reply);
  }

  @Get('dataValueSets.json')
  dataValueSets(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    return this.send(dataValueSets, query, request, reply);
  }

  private async send(
    format: ExportFormat,
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Readable | undefined> {
    const { lang, filter, ...asked } = readQuery(query, ['release', 'asOf', 'lang', 'c', 't', 'i']);
    const release = await this.exchange.release(lang, asked);
    if (await this.cache.answer(request, reply, release, lang, asked)) return undefined;
    const name = fileName(format.id, { release, lang }, format.extension);
    return this.files.send(request, reply, {
      key: this.cache.keyOf(reply, format.id, filter),
      headers: {
        'content-type': format.mediaType,
        'content-disposition': `attachment; filename="${name}"`,
      },
      pieces: () => this.exchange.write(format, release, lang, filter),
    });
  }
}
