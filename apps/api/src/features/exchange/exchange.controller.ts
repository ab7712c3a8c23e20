import type { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { csvForExcel, levelsCsv, levelsForExcel } from './formats/csv.ts';
import { MadeFiles } from '../../http/made-files.ts';
import { ExchangeService } from './exchange.service.ts';
import { fileName, type ExportFormat } from './export-format.ts';
import { ReleaseCache } from './release-cache.ts';
import { readQuery, type Asked, type Query as Parameters } from './read-query.ts';
import { EXPORT_FORMATS, splitFile } from './registry.ts';

/** Released values as public files. */
@Controller('data')
export class ExchangeController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly cache: ReleaseCache,
    private readonly files: MadeFiles,
  ) {}

  @Get('indicators/:file')
  async indicator(
    @Param('file') file: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    const { subject, extension } = splitFile(file);
    const asked = readQuery(query, ['release', 'asOf', 'lang', 'c', 't', 'for']);
    return this.send(formatOf(extension, asked), asked, request, reply, { subject });
  }

  @Get('all.:extension')
  async all(
    @Param('extension') extension: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    const asked = readQuery(query, ['release', 'asOf', 'lang', 'c', 't', 'i', 'for']);
    return this.send(formatOf(extension, asked), asked, request, reply);
  }

  @Get('levels.csv')
  async levels(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    const asked = readQuery(query, ['release', 'asOf', 'lang', 'c', 'for']);
    const format = asked.reader === 'EXCEL' ? levelsForExcel : levelsCsv;
    return this.send(format, asked, request, reply, { name: 'levels' });
  }

  private async send(
    format: ExportFormat,
    { lang, filter, ...asked }: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
    { subject, name = subject ?? 'all' }: { subject?: string; name?: string } = {},
  ): Promise<Readable | undefined> {
    const release = await this.exchange.release(lang, asked);
    if (await this.cache.answer(request, reply, release, lang, asked)) return undefined;
    const file = fileName(name, { release, lang }, format.extension);
    return this.files.send(request, reply, {
      key: this.cache.keyOf(reply, format.id, subject, filter),
      headers: {
        'content-type': format.mediaType,
        'content-disposition': `attachment; filename="${file}"`,
      },
      pieces: () => this.exchange.write(format, release, lang, filter, subject),
    });
  }
}

function formatOf(extension: string, { reader }: Asked): ExportFormat {
  if (reader === 'EXCEL' && extension === 'csv') return csvForExcel;
  const format = EXPORT_FORMATS.find((candidate) => candidate.extension === extension);
  if (!format || reader === 'EXCEL') throw new ApiError('NOT_FOUND');
  return format;
}
