import { Module } from '@nestjs/common';
import { PublicationModule } from '../publication/publication.module.ts';
import { MadeFilesModule } from '../../http/made-files.ts';
import { CurrentReleaseModule } from '../releases/current-release.module.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { DescriptionService } from './catalogue/description.service.ts';
import { Dhis2Controller } from './dhis2/dhis2.controller.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExchangeService } from './exchange.service.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { IatiController } from './iati/iati.controller.ts';
import { OpenDataResolver } from './open-data.resolver.ts';
import { SdmxController } from './sdmx/sdmx.controller.ts';
import { SdmxService } from './sdmx/sdmx.service.ts';

/** Open data: released values in the formats that its users already work with. */
@Module({
  imports: [CurrentReleaseModule, MadeFilesModule, PublicationModule],
  controllers: [
    CatalogueController,
    Dhis2Controller,
    ExchangeController,
    FeedsController,
    IatiController,
    SdmxController,
  ],
  providers: [DescriptionService, ExchangeService, OpenDataResolver, SdmxService],
})
export class ExchangeModule {}
