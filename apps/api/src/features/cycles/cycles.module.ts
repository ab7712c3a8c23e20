import { Module } from '@nestjs/common';
import { CycleReader } from './cycle.reader.ts';
import { DutiesResolver } from './duties.resolver.ts';
import { DutiesService } from './duties.service.ts';

@Module({ providers: [CycleReader, DutiesResolver, DutiesService], exports: [CycleReader] })
export class CyclesModule {}
