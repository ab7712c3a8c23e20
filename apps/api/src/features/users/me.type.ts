import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';

@ObjectType()
export class Me {
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ID, { nullable: true }) area!: string | null;
}
