import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { CycleDeskService } from './cycle-desk.service.ts';
import { CycleConsequence, CycleDesk, CyclePayload } from './cycle-desk.type.ts';
import { AssignInput, CycleCalendarInput, SaveCycleInput } from './framework.input.ts';

@Resolver()
export class CycleDeskResolver {
  constructor(private readonly cycles: CycleDeskService) {}

  @Access('READ_FRAMEWORK')
  @Query(() => CycleDesk)
  cycleDesk(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<CycleDesk> {
    return this.cycles.read(actor, lang);
  }

  @Access('READ_FRAMEWORK')
  @Query(() => [CycleConsequence], {
    description: 'What saving these dates of a cycle would mean, to show before it is done.',
  })
  cycleConsequences(
    @CurrentActor() actor: Actor,
    @Args('calendar') calendar: CycleCalendarInput,
    @Lang() lang: Language,
  ): Promise<CycleConsequence[]> {
    return this.cycles.consequences(actor, calendar, lang);
  }

  @Access('EDIT_FRAMEWORK')
  @Mutation(() => CyclePayload)
  saveCycle(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveCycleInput,
  ): Promise<CyclePayload> {
    return this.cycles.save(actor, input);
  }

  @Access('EDIT_FRAMEWORK')
  @Mutation(() => CyclePayload)
  assign(@CurrentActor() actor: Actor, @Args('input') input: AssignInput): Promise<CyclePayload> {
    return this.cycles.assign(actor, input);
  }
}
