import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';

/** Who did something, as the other side of the desk may see them. */
@ObjectType()
export class Person {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Role)
  role!: Role;
}
