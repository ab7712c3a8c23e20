import { Module } from '@nestjs/common';
import { FrameworkModule } from '../framework/framework.module.ts';
import { ObservationsModule } from '../observations/observations.module.ts';
import { TranslationsResolver } from './translations.resolver.ts';
import { TranslationsService } from './translations.service.ts';

@Module({
  imports: [FrameworkModule, ObservationsModule],
  providers: [TranslationsResolver, TranslationsService],
})
export class TranslationsModule {}
