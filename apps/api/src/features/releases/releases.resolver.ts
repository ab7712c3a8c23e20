import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { stateDifferentCounts } from './different-counts.ts';
import { CurrentRelease } from './current-release.ts';
import { Planner } from './disclosure/planner.ts';
import { Planning, ReleasePreview } from './release-preview.type.ts';
import { previewAnswer } from './preview-answer.ts';
import {
  CancelReleaseInput,
  DifferentCountsPayload,
  type LocalTextInput,
  PlannedRelease,
  PlannedReleasePayload,
  PlanReleaseInput,
  PublishReleaseInput,
  PublishReleasePayload,
  StateDifferentCountsInput,
} from './publish-release.type.ts';
import { PublishReleaseService } from './publish-release.service.ts';
import { ReleasesService } from './releases.service.ts';
import { PlannedReleasesService } from './planned-releases.service.ts';

/** A note as texts by language. */
const textsOf = (note: readonly LocalTextInput[]) =>
  Object.fromEntries(note.map(({ lang, text }) => [lang, text]));

@Resolver()
export class ReleasesResolver {
  constructor(
    private readonly releases: ReleasesService,
    private readonly publications: PublishReleaseService,
    private readonly planned: PlannedReleasesService,
    private readonly change: DeskChange,
    private readonly current: CurrentRelease,
    private readonly planner: Planner,
  ) {}

  @Access('PREVIEW_RELEASE')
  @Query(() => ReleasePreview, {
    description: 'What the next release would contain and change. Nothing is stored.',
  })
  releasePreview(
    @CurrentActor() actor: Actor,
    @Args('asOfYear', { type: () => Int }) asOfYear: number,
    @Args('annual', { type: () => Boolean }) annual: boolean,
    @Lang() lang: Language,
  ): Promise<ReleasePreview> {
    return this.releases.preview(actor, { asOfYear, annual }, (tx, preview) =>
      previewAnswer(tx, preview, lang),
    );
  }

  @Access('PREVIEW_RELEASE')
  @Query(() => Planning, {
    nullable: true,
    description:
      'The progress of disclosure control while a preview or a publication waits for it; null while nothing is planned. It is answered from memory, so asking often costs little.',
  })
  releasePlanning(): Planning | null {
    return this.planner.progress();
  }

  @Access('PREVIEW_RELEASE')
  @Query(() => [PlannedRelease])
  plannedReleases(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<PlannedRelease[]> {
    return this.planned.list(actor, lang);
  }

  @Access('PUBLISH_RELEASE')
  @Mutation(() => PublishReleasePayload)
  async publishRelease(
    @CurrentActor() actor: Actor,
    @Args('input') { note, ...input }: PublishReleaseInput,
  ): Promise<PublishReleasePayload> {
    const answer = await this.publications.publish(actor, { ...input, note: textsOf(note) });
    this.current.forget();
    return answer;
  }

  @Access('PUBLISH_RELEASE')
  @Mutation(() => PlannedReleasePayload)
  async planRelease(
    @CurrentActor() actor: Actor,
    @Args('input') { note, ...input }: PlanReleaseInput,
  ): Promise<PlannedReleasePayload> {
    const problems = await this.planned.plan(actor, { ...input, note: textsOf(note) });
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

  @Access('PUBLISH_RELEASE')
  @Mutation(() => DifferentCountsPayload)
  async stateDifferentCounts(
    @CurrentActor() actor: Actor,
    @Args('input') input: StateDifferentCountsInput,
  ): Promise<DifferentCountsPayload> {
    return { problems: await stateDifferentCounts(this.change, actor, input) };
  }
}
