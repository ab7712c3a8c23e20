import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { ReopeningsResolver } from './reopenings.resolver.ts';
import { ReopeningsService } from './reopenings.service.ts';

@Module({
  imports: [ObservationsModule],
  providers: [ReopeningsResolver, ReopeningsService],
})
export class ReopeningsModule {}
