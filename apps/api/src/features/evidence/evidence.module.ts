import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/observations.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceResolver } from './evidence.resolver.ts';
import { EvidenceService } from './evidence.service.ts';

@Module({
  imports: [ObservationsModule, UsersModule],
  controllers: [EvidenceController],
  providers: [EvidenceResolver, EvidenceService],
})
export class EvidenceModule {}
