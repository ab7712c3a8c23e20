import { Module } from '@nestjs/common';
import { MadeFilesModule } from '../../http/made-files.ts';
import { ObservationsModule } from '../observations/observations.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { ImportContextReader } from './import-context.reader.ts';
import { ImportRowsReader } from './import-rows.reader.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsResolver } from './imports.resolver.ts';
import { ImportsService } from './imports.service.ts';
import { KnownCellsReader } from './known-cells.reader.ts';
import { SeriesMappingResolver } from './series-mapping.resolver.ts';
import { SeriesMappingService } from './series-mapping.service.ts';
import { TemplatesController } from './templates/templates.controller.ts';
import { TemplatesService } from './templates/templates.service.ts';
import { UnknownCodesReader } from './unknown-codes.reader.ts';

@Module({
  imports: [MadeFilesModule, ObservationsModule, UsersModule],
  controllers: [ImportsController, TemplatesController],
  providers: [
    ImportContextReader,
    ImportRowsReader,
    ImportsResolver,
    ImportsService,
    KnownCellsReader,
    SeriesMappingResolver,
    SeriesMappingService,
    TemplatesService,
    UnknownCodesReader,
  ],
})
export class ImportsModule {}
