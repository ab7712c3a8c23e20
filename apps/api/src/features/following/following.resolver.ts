import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import {
  ChooseMonthlyInput,
  DeleteViewInput,
  FollowInput,
  RenameViewInput,
  SaveViewInput,
} from './following.input.ts';
import { Following, FollowingPayload, News } from './following.type.ts';
import { FollowsService } from './follows.service.ts';
import { MonthlyService } from './monthly.service.ts';
import { ViewsService } from './views.service.ts';
import { VisitsService } from './visits.service.ts';

const Lang = () => Args('lang', { type: () => Language });
const Input = () => Args('input');

@Resolver()
export class FollowingResolver {
  constructor(
    private readonly follows: FollowsService,
    private readonly views: ViewsService,
    private readonly visits: VisitsService,
    private readonly monthly: MonthlyService,
  ) {}

  @Access('READ_FOLLOWING')
  @Query(() => Following)
  following(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<Following> {
    return this.follows.read(actor, lang);
  }

  @Access('READ_FOLLOWING')
  @Query(() => News, { nullable: true, description: 'null at the first visit.' })
  news(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<News | null> {
    return this.visits.news(actor, lang);
  }

  @Access('FOLLOW')
  @Mutation(() => Boolean, {
    description: 'Remembers that the one who asks looks at the newest release now.',
  })
  look(@CurrentActor() actor: Actor): Promise<boolean> {
    return this.visits.look(actor, new Date());
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  follow(@CurrentActor() actor: Actor, @Input() input: FollowInput): Promise<FollowingPayload> {
    return this.follows.follow(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  unfollow(@CurrentActor() actor: Actor, @Input() input: FollowInput): Promise<FollowingPayload> {
    return this.follows.unfollow(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  saveView(@CurrentActor() actor: Actor, @Input() input: SaveViewInput): Promise<FollowingPayload> {
    return this.views.save(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  renameView(
    @CurrentActor() actor: Actor,
    @Input() input: RenameViewInput,
  ): Promise<FollowingPayload> {
    return this.views.rename(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  deleteView(
    @CurrentActor() actor: Actor,
    @Input() input: DeleteViewInput,
  ): Promise<FollowingPayload> {
    return this.views.delete(actor, input);
  }

  @Access('FOLLOW')
  @Mutation(() => FollowingPayload)
  chooseMonthly(
    @CurrentActor() actor: Actor,
    @Input() input: ChooseMonthlyInput,
  ): Promise<FollowingPayload> {
    return this.monthly.choose(actor, input, new Date());
  }
}
