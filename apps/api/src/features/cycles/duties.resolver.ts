import { Args, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { DutiesService } from './duties.service.ts';
import { Duty } from './duty.type.ts';

@Resolver()
export class DutiesResolver {
  constructor(private readonly service: DutiesService) {}

  @Access('READ_WORK')
  @Query(() => [Duty], {
    description: 'What the signed-in person owes, or (officer, auditor) what each country owes.',
  })
  duties(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<Duty[]> {
    return this.service.list(actor, lang);
  }
}
