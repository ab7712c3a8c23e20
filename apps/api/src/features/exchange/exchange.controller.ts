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

/** Files that have CSV on the Web metadata beside them: a header tells clients where it is. */
const DESCRIBED: readonly string[] = ['all csv', 'levels levels-csv'];

/** Released values as public files, with the same filters for all: tables, and the formats of DHIS2. */
@Controller()
export class ExchangeController {
  constructor(private readonly exchange: ExchangeService) {}

  @Get('data/indicators/:file')
  indicator(@Param('file') file: string, @Call() call: Call): Promise<Readable | undefined> {
    const [subject, extension] = partsOf(file);
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'for');
    return this.send(call, formatOf(extension, asked), asked, subject, subject);
  }

  @Get('data/all.:extension')
  all(@Param('extension') extension: string, @Call() call: Call): Promise<Readable | undefined> {
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'i', 'for');
    return this.send(call, formatOf(extension, asked), asked, 'all');
  }

  /** The table of one country, or of one action: the same tables, narrowed. */
  @Get('data/countries/:file')
  async country(@Param('file') file: string, @Call() call: Call): Promise<Readable | undefined> {
    const [code, extension] = partsOf(file);
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 't', 'i', 'for');
    await this.exchange.refuseOtherArea(code, asked);
    const narrowed = { ...asked, filter: { ...asked.filter, areas: [code] } };
    return this.send(call, formatOf(extension, asked), narrowed, code);
  }

  @Get('data/actions/:file')
  async action(@Param('file') file: string, @Call() call: Call): Promise<Readable | undefined> {
    const [code, extension] = partsOf(file);
    const asked = readQuery(call.request, 'release', 'asOf', 'lang', 'c', 't', 'for');
    const indicators = await this.exchange.indicatorsOf(code, asked);
    const narrowed = { ...asked, filter: { ...asked.filter, indicators } };
    return this.send(call, formatOf(extension, asked), narrowed, code);
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

  /** The name of every file includes the release: qadam-A4.2-2026.1-ru.csv */
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
    const description = DESCRIBED.includes(`${name} ${format.id}`)
      ? {
          link: `<${name}.csv-metadata.json?${new URLSearchParams({ release: release.number, lang: asked.lang }).toString()}>; rel="describedby"; type="application/csvm+json"`,
        }
      : {};
    return this.exchange.file(call, {
      key: [format.id, subject, asked.filter],
      headers: {
        ...description,
        'content-type': format.mediaType,
        'content-disposition': `attachment; filename="${file}"`,
      },
      pieces: () => this.exchange.write(format, release, asked, subject),
    });
  }
}

/** Splits at the last dot, because codes contain dots too: `A4.2.csv` is A4.2 as csv. */
function partsOf(file: string): [code: string, extension: string] {
  const dot = file.lastIndexOf('.');
  return [file.slice(0, Math.max(dot, 0)), file.slice(dot + 1)];
}

function formatOf(extension: string, { forExcel }: Asked): ExportFormat {
  if (forExcel && extension === 'csv') return csvForExcel;
  const format = EXPORT_FORMATS.find((candidate) => candidate.extension === extension);
  if (!format || forExcel) throw new ApiError('NOT_FOUND');
  return format;
}
