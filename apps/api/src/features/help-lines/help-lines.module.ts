import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { HelpLinesResolver } from './help-lines.resolver.ts';
import { HelpLinesService } from './help-lines.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [HelpLinesResolver, HelpLinesService],
})
export class HelpLinesModule {}
