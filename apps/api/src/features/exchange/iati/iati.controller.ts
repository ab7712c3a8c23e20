import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { SETTINGS, type ReportingOrganisation, type Settings } from '../../../config/settings.ts';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { Call } from '../../../http/call.ts';
import type { ReadRelease } from '../../publication/release.reader.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readQuery } from '../read-query.ts';
import { releasedRows } from '../released-rows.ts';
import { ManyTexts } from '../sdmx/texts.ts';
import { activities } from './activities.ts';
import { readFramework } from './activity.reader.ts';

/** Results for donors: every action as an IATI activity, for all countries together or for one. */
@Controller('iati')
export class IatiController {
  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('activities.xml')
  all(@Call() call: Call): Promise<Readable | undefined> {
    return this.send(call);
  }

  @Get('activities/:country.xml')
  country(@Param('country') country: string, @Call() call: Call): Promise<Readable | undefined> {
    return this.send(call, country);
  }

  private async send(call: Call, country?: string): Promise<Readable | undefined> {
    const organisation = this.settings.reportingOrganisation;
    if (organisation === null)
      throw new ApiError('NOT_FOUND', 'No organisation reports to IATI from here (IATI_ORG_REF).');
    const asked = readQuery(call.request, 'release', 'asOf');
    const release = await this.exchange.releaseOf(call, asked, organisation.ref);
    if (!release) return undefined;
    return this.exchange.file(call, {
      key: ['iati', country],
      headers: {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `inline; filename="qadam-iati-${country ?? 'all'}-${release.number}.xml"`,
      },
      pieces: () => this.write(organisation, release, country),
    });
  }

  private async *write(
    organisation: ReportingOrganisation,
    release: ReadRelease,
    country?: string,
  ): AsyncGenerator<string> {
    const filter = country === undefined ? {} : { areas: [country] };
    const opened = await this.exchange.open(release, 'en', filter).catch(noSuchCountry);
    const countries = [...opened.contents.areas.values()].filter(
      ({ kind, code }) => kind === 'COUNTRY' && (country === undefined || code === country),
    );
    if (countries.length === 0) throw new ApiError('NOT_FOUND');
    const em = this.orm.em.fork();
    const context = {
      ...opened,
      organisation,
      framework: await readFramework(em, release.sequence),
      countries,
      texts: await ManyTexts.of('iati'),
      pages: await ManyTexts.of('public'),
      levels: await ManyTexts.of('levels'),
      codes: await ManyTexts.of('sdmx'),
      severalCountries: country === undefined,
    };
    const rowsOf = (codes: readonly string[]) => {
      const counts = [...opened.contents.indicators.values()].filter(({ code }) =>
        codes.includes(code),
      );
      return releasedRows(em, release.sequence, filter, counts);
    };
    yield* activities(context, rowsOf);
  }
}

/** The path of the address names the country, so a country that does not exist is a 404. */
function noSuchCountry(error: unknown): never {
  throw error instanceof ApiError ? new ApiError('NOT_FOUND') : error;
}
