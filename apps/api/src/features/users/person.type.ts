import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Role } from '../../graphql/enums.ts';
import { Nullable } from '../../graphql/fields.ts';

/** What the other side of the desk may see of a person. */
@ObjectType()
export class Person {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
}

@ObjectType()
export class Me {
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => String) name!: string;
  @Field(() => Role) role!: Role;
  @Nullable(ID) area!: string | null;

  @Nullable([ID], 'The countries that an officer is limited to.')
  areas!: readonly string[] | null;
}
