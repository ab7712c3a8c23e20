import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import {
  CancelReleaseInput,
  PlannedRelease,
  PlannedReleasePayload,
  PlanReleaseInput,
} from './publish-release.type.ts';
import { PlannedReleasesService } from './planned-releases.service.ts';

@Resolver()
export class PlannedReleasesResolver {
  constructor(private readonly planned: PlannedReleasesService) {}

  @Access('PREVIEW_RELEASE')
  @Query(() => [PlannedRelease])
  plannedReleases(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<PlannedRelease[]> {
    return this.planned.list(actor, lang);
  }

  @Access('PUBLISH_RELEASE')
  @Mutation(() => PlannedReleasePayload)
  async planRelease(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => PlanReleaseInput }) { note, ...input }: PlanReleaseInput,
  ): Promise<PlannedReleasePayload> {
    const texts = Object.fromEntries(note.map(({ lang, text }) => [lang, text]));
    const problems = await this.planned.plan(actor, { ...input, note: texts });
    return { planned: await this.planned.list(actor, actor.lang), problems };
  }

  @Access('PUBLISH_RELEASE')
  @Mutation(() => PlannedReleasePayload)
  async cancelPlannedRelease(
    @CurrentActor() actor: Actor,
    @Args('input') input: CancelReleaseInput,
  ): Promise<PlannedReleasePayload> {
    const problems = await this.planned.cancel(actor, input);
    return { planned: await this.planned.list(actor, actor.lang), problems };
  }
}
