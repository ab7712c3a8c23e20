import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { Health, HEALTH_OPTIONS, type HealthOptions } from './health.ts';

@Module({})
export class HealthModule {
  static with(options: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: HEALTH_OPTIONS, useValue: options }, Health],
      exports: [Health],
    };
  }
}
