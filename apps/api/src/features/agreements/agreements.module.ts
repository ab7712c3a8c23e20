import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { AgreementsResolver } from './agreements.resolver.ts';

@Module({ imports: [DeskChangesModule], providers: [AgreementsResolver] })
export class AgreementsModule {}
