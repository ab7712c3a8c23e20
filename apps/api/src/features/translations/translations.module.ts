import { Module } from '@nestjs/common';
import { FrameworkModule } from '../framework/framework.module.ts';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { TranslationsResolver } from './translations.resolver.ts';

@Module({
  imports: [FrameworkModule, DeskChangesModule],
  providers: [TranslationsResolver],
})
export class TranslationsModule {}
