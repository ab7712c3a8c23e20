import { Module } from '@nestjs/common';
import { OpenFilesController } from './open-files.controller.ts';
import { OpenFilesReader } from './open-files.reader.ts';
import { PublicationResolver } from './publication.resolver.ts';
import { PublicationService } from './publication.service.ts';
import { QualityReader } from './quality.reader.ts';

@Module({
  controllers: [OpenFilesController],
  providers: [OpenFilesReader, PublicationResolver, PublicationService, QualityReader],
  exports: [PublicationService],
})
export class PublicationModule {}
