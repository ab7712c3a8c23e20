import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import { Call } from './call.ts';
import { Health, type HealthOptions, type Readiness } from './health.ts';
import { version } from './version.ts';

@Controller('health')
class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  live(): { status: 'live'; version: string } {
    return { status: 'live', version };
  }

  @Get('ready')
  async ready(@Call() { reply }: Call): Promise<{ status: Readiness; version: string }> {
    const status = await this.health.readiness();
    if (status !== 'ready') void reply.status(503).header('retry-after', '5');
    return { status, version };
  }
}

@Module({})
export class HealthModule {
  static with(options: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: Health, useFactory: () => new Health(options) }],
      exports: [Health],
    };
  }
}
