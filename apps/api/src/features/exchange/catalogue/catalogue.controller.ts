import { Controller, Get, Inject, Param } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { Call } from '../../../http/call.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import type { IndicatorPage } from '../../publication/pages.type.ts';
import { PublicationService } from '../../publication/publication.service.ts';
import { indicatorPath } from '../downloads.ts';
import { ExchangeService } from '../exchange.service.ts';
import type { ExportContext } from '../export-format.ts';
import { fileFacts } from '../formats/file-facts.ts';
import { readQuery } from '../read-query.ts';
import { csvwOfLevels, csvwOfValues } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import { dcat } from './dcat.ts';
import { tableSchema } from './table-schema.ts';

const CSVW_TYPE = 'application/csvm+json';

/** Descriptions of the files below /data, for machines. */
@Controller('data')
export class CatalogueController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly publication: PublicationService,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('datapackage.json')
  dataPackage(@Call() call: Call): Promise<string | undefined> {
    return this.send(call, dataPackage);
  }

  @Get('table-schema.json')
  tableSchema(@Call() call: Call): Promise<string | undefined> {
    return this.send(call, tableSchema);
  }

  @Get('all.csv-metadata.json')
  values(@Call() call: Call): Promise<string | undefined> {
    return this.send(call, csvwOfValues, undefined, CSVW_TYPE);
  }

  @Get('levels.csv-metadata.json')
  levels(@Call() call: Call): Promise<string | undefined> {
    return this.send(call, csvwOfLevels, undefined, CSVW_TYPE);
  }

  @Get('catalog.jsonld')
  catalogue(@Call() call: Call): Promise<string | undefined> {
    const { reportingOrganisation } = this.settings;
    const describe = (context: ExportContext) => dcat(context, reportingOrganisation !== null);
    return this.send(call, describe, undefined, 'application/ld+json');
  }

  @Get('indicators/:code/metadata.json')
  indicator(@Param('code') code: string, @Call() call: Call): Promise<string | undefined> {
    const describe = async (context: ExportContext) => {
      const page = await this.publication.indicator(code, context.lang, context.release.number);
      if (!page) throw new ApiError('NOT_FOUND');
      return indicatorMetadata(page, context);
    };
    return this.send(call, describe, code);
  }

  private async send(
    call: Call,
    describe: (context: ExportContext) => unknown,
    subject?: string,
    type = 'application/json',
  ): Promise<string | undefined> {
    const asked = readQuery(call.request, 'release', 'asOf', 'lang');
    const release = await this.exchange.releaseOf(call, asked);
    if (!release) return undefined;
    const described = await this.files.answer(call.request.ip, async () =>
      describe(await this.exchange.open(release, asked.lang, {}, subject)),
    );
    void call.reply.type(`${type}; charset=utf-8`);
    return `${JSON.stringify(described, null, 1)}\n`;
  }
}

/** All that a release says about an indicator except its values: the sheet, targets, breaks, benchmarks, sources, columns. */
function indicatorMetadata(page: IndicatorPage, context: ExportContext) {
  const { release, lang, origin } = context;
  const { indicator, actions, benchmarks, events, sources, series, areas, law } = page;
  const url = `${origin}/${lang}/indicators/${indicator.code}?release=${release.number}`;
  return {
    ...fileFacts(context),
    page: url,
    lang,
    data: `${origin}${indicatorPath(indicator.code, release.number, lang)}`,
    indicator,
    actions,
    benchmarks,
    events,
    areas,
    // the elements of a law and what is known of each: a law has no series
    law,
    series: series.map(({ area, target, assessment, breaks, alternatives, withheld }) => ({
      ...{ area, target, assessment, breaks, alternatives, withheld },
    })),
    sources,
    schema: tableSchema(context),
  };
}
