import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { RequestActor } from '../users/request-actor.ts';
import type { AuditFilter } from './audit-filter.input.ts';
import { AuditSearchService } from './audit-search.service.ts';

const FIELDS: readonly (keyof AuditFilter)[] = [
  'who',
  'operation',
  'subject',
  'area',
  'from',
  'to',
  'value',
];

function readFilter(query: Readonly<Record<string, unknown>>): AuditFilter {
  const entries = Object.entries(query);
  const isFilter = entries.every(
    ([name, value]) => FIELDS.includes(name as keyof AuditFilter) && typeof value === 'string',
  );
  if (!isFilter) throw new ApiError('BAD_USER_INPUT', `A filter has ${FIELDS.join(', ')}.`);
  return Object.fromEntries(entries);
}

/** The audit chain as a file to download. By GET, so that a link can lead to it; it changes nothing. */
@Controller('work')
export class AuditExportController {
  constructor(
    private readonly search: AuditSearchService,
    private readonly actors: RequestActor,
  ) {}

  @Get('audit.csv')
  async download(
    @Req() request: FastifyRequest,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile> {
    const actor = await this.actors.of(request);
    const lines = await this.search.csv(actor, readFilter(query));
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="qadam-audit.csv"',
    });
  }
}
