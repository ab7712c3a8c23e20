import { Module } from '@nestjs/common';
import { ReleasesModule } from '../releases/releases.module.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExchangeService } from './exchange.service.ts';
import { ReleaseCache } from './release-cache.ts';
import { SdmxController } from './sdmx/sdmx.controller.ts';
import { SdmxService } from './sdmx/sdmx.service.ts';

/** Open data: what was released, in the formats that its readers already use. */
@Module({
  imports: [ReleasesModule],
  controllers: [ExchangeController, SdmxController],
  providers: [ExchangeService, ReleaseCache, SdmxService],
})
export class ExchangeModule {}
