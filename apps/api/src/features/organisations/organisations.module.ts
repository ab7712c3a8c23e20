import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { OrganisationsResolver } from './organisations.resolver.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [OrganisationsResolver],
})
export class OrganisationsModule {}
