import { Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { SystemHealthService } from './system-health.service.ts';
import { SystemHealth } from './system-health.type.ts';

@Resolver()
export class SystemHealthResolver {
  constructor(private readonly health: SystemHealthService) {}

  @Access('READ_ADMINISTRATION')
  @Query(() => SystemHealth)
  systemHealth(@CurrentActor() actor: Actor): Promise<SystemHealth> {
    return this.health.read(actor);
  }
}
