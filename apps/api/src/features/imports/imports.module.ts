import { Module } from '@nestjs/common';
import { MadeFilesModule } from '../../http/made-files.ts';
import { ObservationsModule } from '../observations/observations.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { ImportContextReader } from './import-context.reader.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsResolver } from './imports.resolver.ts';
import { ImportsService } from './imports.service.ts';
import { SeriesMappingResolver } from './series-mapping.resolver.ts';
import { SeriesMappingService } from './series-mapping.service.ts';
import { TemplatesController } from './templates/templates.controller.ts';

@Module({
  imports: [MadeFilesModule, ObservationsModule, UsersModule],
  controllers: [ImportsController, TemplatesController],
  providers: [
    ImportContextReader,
    ImportsResolver,
    ImportsService,
    SeriesMappingResolver,
    SeriesMappingService,
  ],
})
export class ImportsModule {}
