import { Module } from '@nestjs/common';
import { MadeFilesModule } from '../../http/made-files.ts';
import { ApiTokensModule } from '../api-tokens/api-tokens.module.ts';
import { ObservationsModule } from '../observations/observations.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { CommitImportService } from './commit-import.service.ts';
import { ImportAnswers } from './import-answers.ts';
import { ImportContextReader } from './import-context.reader.ts';
import { ImportYearsService } from './import-years.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsResolver } from './imports.resolver.ts';
import { ImportsService } from './imports.service.ts';
import { SdmxUploadController } from './sdmx-upload.controller.ts';
import { SeriesMappingResolver } from './series-mapping.resolver.ts';
import { SeriesMappingService } from './series-mapping.service.ts';
import { TemplatesController } from './templates/templates.controller.ts';

@Module({
  imports: [ApiTokensModule, MadeFilesModule, ObservationsModule, UsersModule],
  controllers: [ImportsController, SdmxUploadController, TemplatesController],
  providers: [
    CommitImportService,
    ImportAnswers,
    ImportContextReader,
    ImportYearsService,
    ImportsResolver,
    ImportsService,
    SeriesMappingResolver,
    SeriesMappingService,
  ],
})
export class ImportsModule {}
