import { Module } from '@nestjs/common';
import { SystemHealthResolver } from './system-health.resolver.ts';
import { SystemHealthService } from './system-health.service.ts';

@Module({ providers: [SystemHealthResolver, SystemHealthService] })
export class SystemHealthModule {}
