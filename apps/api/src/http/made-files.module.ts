import { Module } from '@nestjs/common';
import { MadeFiles } from './made-files.ts';

/** One row of turns for all that is made to be taken away. */
@Module({
  providers: [{ provide: MadeFiles, useFactory: () => new MadeFiles() }],
  exports: [MadeFiles],
})
export class MadeFilesModule {}
