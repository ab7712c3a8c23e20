import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ChangesUnderWay } from './changes-under-way.ts';
import { ChangeProgress } from './change-progress.type.ts';

@Resolver()
export class ChangeProgressResolver {
  constructor(private readonly changes: ChangesUnderWay) {}

  @Access('READ_WORK')
  @Query(() => ChangeProgress, {
    nullable: true,
    description:
      'How far storing, handing in, signing or approving as a whole is, or how it ended; null where this process knows of none. Asks no table of values.',
  })
  changeProgress(
    @CurrentActor() actor: Actor,
    @Args('of', {
      type: () => ID,
      description: 'The stored file, the prepared return or the return.',
    })
    of: string,
  ): ChangeProgress | null {
    return this.changes.progress(actor, of);
  }
}
