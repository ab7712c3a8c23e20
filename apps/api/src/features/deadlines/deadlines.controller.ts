import { Controller, Get, Header, Query } from '@nestjs/common';
import { DeadlinesService } from './deadlines.service.ts';

/**
 * The deadlines for calendar programs. They have nothing but the address, so it cannot be guessed, and it only shows days. The
 * secret is in the query, which no log keeps.
 */
@Controller()
export class DeadlinesController {
  constructor(private readonly service: DeadlinesService) {}

  @Get('calendar.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  calendar(@Query('token') token: unknown): Promise<string> {
    return this.service.calendar(typeof token === 'string' ? token : '', new Date());
  }
}
