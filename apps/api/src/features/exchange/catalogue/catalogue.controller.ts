import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { PublicationService } from '../../publication/publication.service.ts';
import { ExchangeService } from '../exchange.service.ts';
import type { ExportContext } from '../export-format.ts';
import { readQuery, type Query as Parameters } from '../read-query.ts';
import { ReleaseCache } from '../release-cache.ts';
import { dataPackage } from './data-package.ts';
import { dcat } from './dcat.ts';
import { indicatorMetadata } from './indicator-metadata.ts';
import { tableSchema } from './table-schema.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
type Describe = (context: ExportContext) => unknown;

/** What describes the files below /data to machines. */
@Controller('data')
export class CatalogueController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly publication: PublicationService,
    private readonly cache: ReleaseCache,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('datapackage.json')
  dataPackage(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.send(query, request, reply, JSON_TYPE, dataPackage);
  }

  @Get('table-schema.json')
  tableSchema(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.send(query, request, reply, JSON_TYPE, tableSchema);
  }

  @Get('catalog.jsonld')
  catalogue(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const describe: Describe = (context) =>
      dcat(context, this.settings.reportingOrganisation !== null);
    return this.send(query, request, reply, 'application/ld+json; charset=utf-8', describe);
  }

  @Get('indicators/:code/metadata.json')
  indicator(
    @Param('code') code: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const describe: Describe = async (context) => {
      const page = await this.publication.indicator(code, context.lang, context.release.number);
      if (!page) throw new ApiError('NOT_FOUND');
      return indicatorMetadata(page, context);
    };
    return this.send(query, request, reply, JSON_TYPE, describe, code);
  }

  private async send(
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    describe: Describe,
    subject?: string,
  ): Promise<FastifyReply> {
    const { lang, ...asked } = readQuery(query, ['release', 'asOf', 'lang']);
    const release = await this.exchange.release(lang, asked);
    if (await this.cache.answer(request, reply, release, lang, asked)) return reply.send();
    const described = await this.files.answer(request.ip, async () =>
      describe(await this.exchange.open(release, lang, {}, subject)),
    );
    return reply.type(type).send(`${JSON.stringify(described, null, 1)}\n`);
  }
}
