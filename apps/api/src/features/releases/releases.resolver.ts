import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { CurrentRelease } from './current-release.ts';
import { Planner } from './disclosure/planner.ts';
import { Planning, ReleasePreview } from './release-preview.type.ts';
import { previewAnswer } from './preview-answer.ts';
import { PublishReleaseInput, PublishReleasePayload } from './publish-release.type.ts';
import { PublishReleaseService } from './publish-release.service.ts';
import { ReleasesService } from './releases.service.ts';

@Resolver()
export class ReleasesResolver {
  constructor(
    private readonly releases: ReleasesService,
    private readonly publications: PublishReleaseService,
    private readonly current: CurrentRelease,
    private readonly planner: Planner,
  ) {}

  @Access('PREVIEW_RELEASE')
  @Query(() => ReleasePreview, {
    description: 'What the next release would hold and change; nothing is stored.',
  })
  releasePreview(
    @CurrentActor() actor: Actor,
    @Args('asOfYear', { type: () => Int }) asOfYear: number,
    @Args('annual', { type: () => Boolean }) annual: boolean,
    @Args('lang', { type: () => Language }) lang: Language,
  ): Promise<ReleasePreview> {
    return this.releases.preview(actor, { asOfYear, annual }, (tx, preview) =>
      previewAnswer(tx, preview, lang),
    );
  }

  @Access('PREVIEW_RELEASE')
  @Query(() => Planning, {
    nullable: true,
    description:
      'How far disclosure control has come while a preview or a publication waits for it; null while nothing is planned. Asks no database.',
  })
  releasePlanning(): Planning | null {
    return this.planner.progress();
  }

  @Access('PUBLISH_RELEASE')
  @Mutation(() => PublishReleasePayload)
  async publishRelease(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => PublishReleaseInput }) { note, ...input }: PublishReleaseInput,
  ): Promise<PublishReleasePayload> {
    const texts = Object.fromEntries(note.map(({ lang, text }) => [lang, text]));
    const answer = await this.publications.publish(actor, { ...input, note: texts });
    this.current.forget();
    return answer;
  }
}
