import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { AuditPage, AuditVerification } from './audit-event.type.ts';
import { AuditFilter } from './audit-filter.input.ts';
import { AuditSearchService } from './audit-search.service.ts';

@Resolver()
export class AuditResolver {
  constructor(private readonly search: AuditSearchService) {}

  @Access('READ_AUDIT')
  @Query(() => AuditPage)
  auditEvents(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AuditFilter, defaultValue: {} }) filter: AuditFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AuditPage> {
    return this.search.find(actor, filter, first, after);
  }

  @Access('READ_AUDIT')
  @Query(() => [String], { description: 'The operations that occur in the audit chain.' })
  auditOperations(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.search.operations(actor);
  }

  @Access('READ_AUDIT')
  @Query(() => AuditVerification)
  verifyAudit(@CurrentActor() actor: Actor): Promise<AuditVerification> {
    return this.search.verify(actor);
  }
}
