import { Module } from '@nestjs/common';
import { CycleReader } from './cycle.reader.ts';

@Module({ providers: [CycleReader], exports: [CycleReader] })
export class CyclesModule {}
