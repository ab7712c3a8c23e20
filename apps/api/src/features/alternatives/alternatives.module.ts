import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AlternativesResolver } from './alternatives.resolver.ts';

@Module({ imports: [ObservationsModule], providers: [AlternativesResolver] })
export class AlternativesModule {}
