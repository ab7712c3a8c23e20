import { Module } from '@nestjs/common';
import { PublicationModule } from '../publication/publication.module.ts';
import { ReleasesModule } from '../releases/releases.module.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExchangeService } from './exchange.service.ts';
import { ReleaseCache } from './release-cache.ts';

/** Open data: what was released, in the formats that its readers already use. */
@Module({
  imports: [PublicationModule, ReleasesModule],
  controllers: [CatalogueController, ExchangeController],
  providers: [ExchangeService, ReleaseCache],
})
export class ExchangeModule {}
