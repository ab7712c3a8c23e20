import { Controller, Get, Header, Param } from '@nestjs/common';
import { DeadlinesService } from './deadlines.service.ts';

/** For programs that hold calendars: the address is all they have, so it cannot be guessed and shows days only. */
@Controller('calendar')
export class DeadlinesController {
  constructor(private readonly service: DeadlinesService) {}

  @Get(':token.ics')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  calendar(@Param('token') token: string): Promise<string> {
    return this.service.calendar(token, new Date());
  }
}
