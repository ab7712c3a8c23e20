import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { HandOverService } from './hand-over.service.ts';
import { OrganisationReader } from './organisation.reader.ts';
import { OrganisationsResolver } from './organisations.resolver.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [HandOverService, OrganisationReader, OrganisationsResolver, OrganisationsService],
})
export class OrganisationsModule {}
