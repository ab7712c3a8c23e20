import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases/releases.module.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExchangeService } from './exchange.service.ts';
import { ReleaseCache } from './release-cache.ts';

/** Open data: what was released, in the formats that its readers already use. */
@Module({
  imports: [ReleasesModule],
  controllers: [ExchangeController],
  providers: [ExchangeService, ReleaseCache],
})
export class ExchangeModule {}
