import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { OrganisationsResolver } from './organisations.resolver.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [OrganisationsResolver, OrganisationsService],
})
export class OrganisationsModule {}
