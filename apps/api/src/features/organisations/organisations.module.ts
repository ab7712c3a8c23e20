import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { HandOverService } from './hand-over.service.ts';
import { OrganisationReader } from './organisation.reader.ts';
import { OrganisationsResolver } from './organisations.resolver.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [HandOverService, OrganisationReader, OrganisationsResolver, OrganisationsService],
})
export class OrganisationsModule {}
