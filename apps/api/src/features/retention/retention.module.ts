import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { RetentionService } from './retention.service.ts';

@Module({ imports: [AuditModule], providers: [RetentionService] })
export class RetentionModule {}
