import { Body, Controller, Get, Header, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FrameworkDocument } from '@qadam/domain';
import type { FastifyRequest } from 'fastify';
import { RequestActor } from '../users/request-actor.ts';
import { FrameworkService, type ImportAnswer } from './framework.service.ts';

/** The framework as a file. By HTTP, not GraphQL, because people keep the file, compare it and send it back unchanged. */
@Controller()
export class FrameworkController {
  constructor(
    private readonly framework: FrameworkService,
    private readonly actors: RequestActor,
  ) {}

  @Get('framework.json')
  @Header('content-disposition', 'attachment; filename="framework.json"')
  async export(@Req() request: FastifyRequest): Promise<FrameworkDocument> {
    return this.framework.export(await this.actors.of(request));
  }

  @Post('framework')
  @HttpCode(200)
  async import(
    @Req() request: FastifyRequest,
    @Body() document: unknown,
    @Query('dryRun') dryRun: unknown,
    @Query('basis') basis: unknown,
    @Query('reason') reason: unknown,
  ): Promise<ImportAnswer> {
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return this.framework.import(await this.actors.changing(request), {
      document,
      // anything but `dryRun=false` only shows what the import would do
      dryRun: dryRun !== 'false',
      basis: text(basis),
      reason: text(reason),
    });
  }
}
