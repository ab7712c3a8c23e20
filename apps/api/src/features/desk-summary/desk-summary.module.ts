import { Module } from '@nestjs/common';
import { DeskSummaryResolver } from './desk-summary.resolver.ts';
import { DeskSummaryService } from './desk-summary.service.ts';

@Module({ providers: [DeskSummaryResolver, DeskSummaryService] })
export class DeskSummaryModule {}
