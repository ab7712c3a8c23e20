import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { AgreementsResolver } from './agreements.resolver.ts';
import { AgreementsService } from './agreements.service.ts';

@Module({ imports: [ObservationsModule], providers: [AgreementsResolver, AgreementsService] })
export class AgreementsModule {}
