import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  ChooseMonthlyInput,
  DeleteViewInput,
  FollowInput,
  RenameViewInput,
  SaveViewInput,
} from './following.input.ts';
import { Following, FollowingPayload, News } from './following.type.ts';
import { FollowingService } from './following.service.ts';
import { VisitsService } from './visits.service.ts';

const Input = () => Args('input');

@Resolver()
export class FollowingResolver {
  constructor(
    private readonly service: FollowingService,
    private readonly visits: VisitsService,
  ) {}

  @Access('READ_FOLLOWING')
  @Query(() => Following)
  following(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<Following> {
    return this.service.read(actor, lang);
  }

  @Access('READ_FOLLOWING')
  @Query(() => News, {
    nullable: true,
    description: 'News since the last visit; null at the first visit.',
  })
  news(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<News | null> {
    return this.visits.news(actor, lang);
  }

  @Access('FOLLOW')
  @Mutation(() => Boolean, {
    description: 'Records that the signed-in person has opened the newest release.',
  })
  recordVisit(@CurrentActor() actor: Actor): Promise<boolean> {
    return this.visits.recordVisit(actor, new Date());
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  follow(@CurrentActor() actor: Actor, @Input() input: FollowInput): Promise<FollowingPayload> {
    return this.service.follow(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  unfollow(@CurrentActor() actor: Actor, @Input() input: FollowInput): Promise<FollowingPayload> {
    return this.service.unfollow(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  saveView(@CurrentActor() actor: Actor, @Input() input: SaveViewInput): Promise<FollowingPayload> {
    return this.service.saveView(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  renameView(
    @CurrentActor() actor: Actor,
    @Input() input: RenameViewInput,
  ): Promise<FollowingPayload> {
    return this.service.renameView(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  deleteView(
    @CurrentActor() actor: Actor,
    @Input() input: DeleteViewInput,
  ): Promise<FollowingPayload> {
    return this.service.deleteView(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  chooseMonthly(
    @CurrentActor() actor: Actor,
    @Input() input: ChooseMonthlyInput,
  ): Promise<FollowingPayload> {
    return this.service.chooseMonthly(actor, input, new Date());
  }
}
