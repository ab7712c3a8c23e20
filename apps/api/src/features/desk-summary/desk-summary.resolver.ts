import { Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { DeskSummaryService } from './desk-summary.service.ts';
import { DeskSummary } from './desk-summary.type.ts';

@Resolver()
export class DeskSummaryResolver {
  constructor(private readonly service: DeskSummaryService) {}

  @Access('READ_WORK')
  @Query(() => DeskSummary)
  deskSummary(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<DeskSummary> {
    return this.service.read(actor, lang, new Date());
  }
}
