import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../graphql/access.ts';
import { DifferentCountsService } from './different-counts.service.ts';
import { DifferentCountsPayload, StateDifferentCountsInput } from './publish-release.type.ts';

@Resolver()
export class DifferentCountsResolver {
  constructor(private readonly counts: DifferentCountsService) {}

  @Access('PUBLISH_RELEASE')
  @Mutation(() => DifferentCountsPayload)
  async stateDifferentCounts(
    @CurrentActor() actor: Actor,
    @Args('input') input: StateDifferentCountsInput,
  ): Promise<DifferentCountsPayload> {
    return { problems: await this.counts.state(actor, input) };
  }
}
