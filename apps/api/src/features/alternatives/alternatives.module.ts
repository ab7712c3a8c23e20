import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AlternativesResolver } from './alternatives.resolver.ts';
import { AlternativesService } from './alternatives.service.ts';

@Module({ imports: [ObservationsModule], providers: [AlternativesResolver, AlternativesService] })
export class AlternativesModule {}
