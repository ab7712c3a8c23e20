import { Module } from '@nestjs/common';
import { MadeFiles } from './made-files.ts';

/** One queue for all downloads. */
@Module({
  providers: [{ provide: MadeFiles, useFactory: () => new MadeFiles() }],
  exports: [MadeFiles],
})
export class MadeFilesModule {}
