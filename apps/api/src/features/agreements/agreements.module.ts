import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { AgreementsResolver } from './agreements.resolver.ts';
import { AgreementsService } from './agreements.service.ts';

@Module({ imports: [DeskChangesModule], providers: [AgreementsResolver, AgreementsService] })
export class AgreementsModule {}
