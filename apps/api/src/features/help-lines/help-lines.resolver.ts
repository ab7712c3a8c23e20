import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ChangeHelpLineInput } from './help-line.input.ts';
import { HelpLine, HelpLinePayload } from './help-line.type.ts';
import { HelpLinesService } from './help-lines.service.ts';

@Resolver()
export class HelpLinesResolver {
  constructor(private readonly service: HelpLinesService) {}

  @Access('READ_ADMINISTRATION')
  @Query(() => [HelpLine])
  helpLines(@CurrentActor() actor: Actor): Promise<HelpLine[]> {
    return this.service.list(actor);
  }

  @Access('MANAGE_HELP_LINES')
  @Mutation(() => HelpLinePayload)
  changeHelpLine(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeHelpLineInput,
  ): Promise<HelpLinePayload> {
    return this.service.write(actor, input);
  }
}
