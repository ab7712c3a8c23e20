import { Query, Resolver } from '@nestjs/graphql';
import { Access, CurrentActor, type Actor } from '../../graphql/access.ts';
import { Me } from './person.type.ts';

@Resolver()
export class MeResolver {
  @Access('READ_OWN_ACCOUNT')
  @Query(() => Me)
  me(@CurrentActor() actor: Actor): Me {
    return actor;
  }
}
