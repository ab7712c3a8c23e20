import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import type { FrameworkDocument } from '@qadam/domain';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import type { Actor } from '../../graphql/access.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { readSessionCookie } from '../users/session-cookie.ts';
import { SessionStore } from '../users/session.store.ts';
import { FrameworkExchangeService, type ImportAnswer } from './framework-exchange.service.ts';

/** HTTP and not GraphQL: a file that is kept, compared and sent back as it is. */
@Controller()
export class FrameworkController {
  constructor(
    private readonly exchange: FrameworkExchangeService,
    private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('framework.json')
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="framework.json"')
  async export(@Req() request: FastifyRequest): Promise<FrameworkDocument> {
    return this.exchange.export(await this.actor(request));
  }

  @Post('framework')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async import(
    @Req() request: FastifyRequest,
    @Body() document: unknown,
    @Query('dryRun') dryRun: unknown,
    @Query('basis') basis: unknown,
    @Query('reason') reason: unknown,
  ): Promise<ImportAnswer> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return this.exchange.import(await this.actor(request), {
      document,
      // what is not plainly a commit only shows what it would do
      dryRun: dryRun !== 'false',
      basis: text(basis),
      reason: text(reason),
    });
  }

  private async actor(request: FastifyRequest): Promise<Actor | null> {
    const token = readSessionCookie(request, this.settings.publicOrigin);
    return token ? this.sessions.actorOf(token) : null;
  }
}
