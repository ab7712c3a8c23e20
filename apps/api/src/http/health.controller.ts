import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Health, type Readiness } from './health.ts';
import { version } from './version.ts';

@Controller('health')
export class HealthController {
  private readonly health: Health;

  constructor(health: Health) {
    this.health = health;
  }

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'live'; version: string } {
    return { status: 'live', version };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: Readiness; version: string }> {
    const status = await this.health.readiness();
    if (status !== 'ready') void reply.status(503).header('retry-after', '5');
    return { status, version };
  }
}
