import { Module } from '@nestjs/common';
import { FrameworkModule } from '../framework/framework.module.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { TranslationsResolver } from './translations.resolver.ts';
import { TranslationsService } from './translations.service.ts';

@Module({
  imports: [FrameworkModule, DeskChangesModule],
  providers: [TranslationsResolver, TranslationsService],
})
export class TranslationsModule {}
