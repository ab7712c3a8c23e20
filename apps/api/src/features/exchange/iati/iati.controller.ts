import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@qadam/i18n';
import { SETTINGS, type ReportingOrganisation, type Settings } from '../../../config/settings.ts';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import type { ReadRelease } from '../../publication/release.reader.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readQuery, type Query as Parameters } from '../read-query.ts';
import { ReleaseCache } from '../release-cache.ts';
import { releasedRows } from '../released-rows.ts';
import { ManyTexts } from '../sdmx/texts.ts';
import { activities } from './activities.ts';
import { readFramework } from './activity.reader.ts';

/** Results for donors: every action as an IATI activity, of all countries together or of one. */
@Controller('iati')
export class IatiController {
  private readonly orm: PublicOrm;

  constructor(
    orm: PublicOrm,
    private readonly exchange: ExchangeService,
    private readonly cache: ReleaseCache,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.orm = orm;
  }

  @Get('activities.xml')
  all(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    return this.send(query, request, reply);
  }

  @Get('activities/:country.xml')
  country(
    @Param('country') country: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | undefined> {
    return this.send(query, request, reply, country);
  }

  private async send(
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
    country?: string,
  ): Promise<Readable | undefined> {
    const organisation = this.settings.reportingOrganisation;
    if (organisation === null)
      throw new ApiError('NOT_FOUND', 'No organisation reports to IATI from here (IATI_ORG_REF).');
    const { lang, ...asked } = readQuery(query, ['release', 'asOf']);
    const release = await this.exchange.release(lang, asked);
    if (await this.cache.answer(request, reply, release, lang, asked, organisation.ref))
      return undefined;
    return this.files.send(request, reply, {
      key: this.cache.keyOf(reply, 'iati', country),
      headers: {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `inline; filename="qadam-iati-${country ?? 'all'}-${release.number}.xml"`,
      },
      pieces: () => this.write(organisation, release, lang, country),
    });
  }

  private async *write(
    organisation: ReportingOrganisation,
    release: ReadRelease,
    lang: Language,
    country?: string,
  ): AsyncGenerator<string> {
    const filter = country === undefined ? {} : { areas: [country] };
    const opened = await this.exchange.open(release, lang, filter).catch(noSuchCountry);
    const countries = [...opened.contents.areas.values()].filter(
      ({ kind, code }) => kind === 'COUNTRY' && (country === undefined || code === country),
    );
    if (countries.length === 0) throw new ApiError('NOT_FOUND');
    const em = this.orm.em.fork();
    const framework = await readFramework(em, release.sequence);
    const { contents, origin, t } = opened;
    const context = {
      contents,
      origin,
      organisation,
      framework,
      countries,
      read: release,
      release: release.number,
      texts: await ManyTexts.of('iati'),
      pages: await ManyTexts.of('public'),
      levels: await ManyTexts.of('levels'),
      codes: await ManyTexts.of('sdmx'),
      additive: new Set(framework.additive),
      severalCountries: country === undefined,
      citation: t('citation', {
        number: release.number,
        date: release.publishedAt.slice(0, 10),
        url: `${origin}/en?release=${release.number}`,
      }),
    };
    const rowsOf = (codes: readonly string[]) =>
      releasedRows(
        em,
        release.sequence,
        filter,
        [...contents.indicators.values()]
          .filter(({ code, rows }) => rows > 0 && codes.includes(code))
          .map(({ code, rows }) => ({ indicator: code, rows })),
      );
    yield* activities(context, rowsOf);
  }
}

/** The address names the country: one that is not there is nothing at that address. */
function noSuchCountry(error: unknown): never {
  throw error instanceof ApiError ? new ApiError('NOT_FOUND') : error;
}
