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
      'The progress of storing, submitting, signing or approving very many values, or how it ended; null if this process knows of none. It is answered from memory, so asking often costs little.',
  })
  changeProgress(
    @CurrentActor() actor: Actor,
    @Args('of', {
      type: () => ID,
      description: 'The id of the stored file, the prepared return or the return.',
    })
    of: string,
  ): ChangeProgress | null {
    return this.changes.progress(actor, of);
  }
}
