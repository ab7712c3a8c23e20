import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { FairUse } from './fair-use.ts';

/** One share of each network, for answers, files and pages together. */
@Module({
  providers: [
    {
      provide: FairUse,
      inject: [SETTINGS],
      useFactory: ({ readsPerMinute }: Settings) => new FairUse(readsPerMinute),
    },
  ],
  exports: [FairUse],
})
export class FairUseModule {}
