import { Module } from '@nestjs/common';
import { DeskSummaryResolver } from './desk-summary.resolver.ts';

@Module({ providers: [DeskSummaryResolver] })
export class DeskSummaryModule {}
