import { Module } from '@nestjs/common';
import { ChangeProgressResolver } from './change-progress.resolver.ts';
import { ChangesUnderWay } from './changes-under-way.ts';
import { DeskChange } from './desk-change.ts';

/** What every change at a desk needs: a transaction, an audit event, and for a large change its progress. */
@Module({
  providers: [ChangeProgressResolver, ChangesUnderWay, DeskChange],
  exports: [ChangesUnderWay, DeskChange],
})
export class DeskChangesModule {}
