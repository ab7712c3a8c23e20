import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { ExchangeService } from '../exchange.service.ts';
import { readQuery, type Query as Parameters } from '../read-query.ts';
import { ReleaseCache } from '../release-cache.ts';
import { atom } from './atom.ts';
import { FeedsService, type FeedBody } from './feeds.service.ts';

/** What is new, for feed readers: without an address and without an account. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly exchange: ExchangeService,
    private readonly feeds: FeedsService,
    private readonly cache: ReleaseCache,
    private readonly files: MadeFiles,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('releases.xml')
  releases(
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.send(query, request, reply, 'releases', (lang) => this.feeds.releases(lang));
  }

  @Get('actions/:code.xml')
  action(
    @Param('code') code: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.send(query, request, reply, `actions/${code}`, (lang) =>
      this.feeds.action(lang, code),
    );
  }

  @Get('countries/:iso3.xml')
  country(
    @Param('iso3') iso3: string,
    @Query() query: Parameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return this.send(query, request, reply, `countries/${iso3}`, (lang) =>
      this.feeds.country(lang, iso3),
    );
  }

  private async send(
    query: Parameters,
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    bodyOf: (lang: Language) => Promise<FeedBody>,
  ): Promise<string | undefined> {
    const { lang } = readQuery(query, ['lang']);
    const newest = await this.exchange.release(lang, {});
    if (await this.cache.answer(request, reply, newest, lang, {}, name)) return undefined;
    const { page, entries, ...body } = await this.files.answer(request.ip, () => bodyOf(lang));
    void reply.header('content-type', 'application/atom+xml; charset=utf-8');
    const { publicOrigin: origin } = this.settings;
    return atom({
      ...body,
      lang,
      self: `${origin}/feeds/${encodeURI(name)}.xml?lang=${lang}`,
      page: `${origin}${page}`,
      entries: entries.map((entry) => ({ ...entry, url: `${origin}${entry.url}` })),
    });
  }
}
