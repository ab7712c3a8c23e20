import { AreaReader } from '../countries/area.reader.ts';
import { Module } from '@nestjs/common';
import { DeskChangesModule } from '../desk-changes/desk-changes.module.ts';
import { HelpLinesResolver } from './help-lines.resolver.ts';
import { HelpLinesService } from './help-lines.service.ts';

@Module({
  imports: [DeskChangesModule],
  providers: [AreaReader, HelpLinesResolver, HelpLinesService],
})
export class HelpLinesModule {}
