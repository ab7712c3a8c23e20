import type { Readable } from 'node:stream';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiError } from '../../graphql/api-error.ts';
import { Call } from '../../http/call.ts';
import { adx } from './dhis2/adx.ts';
import { dataValueSets } from './dhis2/data-value-sets.ts';
import { ExchangeService } from './exchange.service.ts';
import type { ExportFormat } from './export-format.ts';
import { csvForExcel, levelsCsv, levelsForExcel } from './formats/csv.ts';
import { readQuery, type Asked } from './read-query.ts';
import { EXPORT_FORMATS } from './registry.ts';

/** Released values as public files: tables, and what a DHIS2 takes, with the same filters. */
@Controller()
export class ExchangeController {
  constructor(private readonly exchange: ExchangeService) {}

  /** `A4.2.csv` is A4.2 as csv: codes have dots too. */
  @Get('data/indicators/:file')
  indicator(@Param('file') file: string, @Call() call: Call): Promise<Readable | undefined> {
    const dot = file.lastIndexOf('.');
    const subject = file.slice(0, Math.max(dot, 0));
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'for');
    return this.send(call, formatOf(file.slice(dot + 1), asked), asked, subject, subject);
  }

  @Get('data/all.:extension')
  all(@Param('extension') extension: string, @Call() call: Call): Promise<Readable | undefined> {
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'i', 'for');
    return this.send(call, formatOf(extension, asked), asked, 'all');
  }

  @Get('data/levels.csv')
  levels(@Call() call: Call): Promise<Readable | undefined> {
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 'for');
    return this.send(call, asked.forExcel ? levelsForExcel : levelsCsv, asked, 'levels');
  }

  @Get('dhis2/adx.xml')
  adx(@Call() call: Call): Promise<Readable | undefined> {
    return this.dhis2(call, adx);
  }

  @Get('dhis2/dataValueSets.json')
  dataValueSets(@Call() call: Call): Promise<Readable | undefined> {
    return this.dhis2(call, dataValueSets);
  }

  private dhis2(call: Call, format: ExportFormat): Promise<Readable | undefined> {
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'i');
    return this.send(call, format, asked, format.id);
  }

  /** The release stands in the name of every file: qadam-A4.2-2026.1-ru.csv */
  private async send(
    call: Call,
    format: ExportFormat,
    asked: Asked,
    name: string,
    subject?: string,
  ): Promise<Readable | undefined> {
    const release = await this.exchange.releaseOf(call, asked);
    if (!release) return undefined;
    const file = `qadam-${name}-${release.number}-${asked.lang}.${format.extension}`;
    return this.exchange.file(call, {
      key: [format.id, subject, asked.filter],
      headers: {
        'content-type': format.mediaType,
        'content-disposition': `attachment; filename="${file}"`,
      },
      pieces: () => this.exchange.write(format, release, asked, subject),
    });
  }
}

function formatOf(extension: string, { forExcel }: Asked): ExportFormat {
  if (forExcel && extension === 'csv') return csvForExcel;
  const format = EXPORT_FORMATS.find((candidate) => candidate.extension === extension);
  if (!format || forExcel) throw new ApiError('NOT_FOUND');
  return format;
}
