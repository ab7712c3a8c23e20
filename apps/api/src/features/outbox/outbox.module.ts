import { Module } from '@nestjs/common';
import { OutboxStore } from './outbox.store.ts';

@Module({ providers: [OutboxStore], exports: [OutboxStore] })
export class OutboxModule {}
