import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';

export const ApiTokenState = enumOf('ApiTokenState', 'ACTIVE', 'ENDED', 'REVOKED');

@ObjectType({
  description: 'A token with which programs of an organisation send files for its country.',
})
export class ApiToken {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => LocalText) organisation!: LocalText;
  @Field(() => String) name!: string;
  @Field(() => ApiTokenState) state!: keyof typeof ApiTokenState;
  @Field(() => Person) createdBy!: Person;
  @Field(() => String) createdAt!: string;
  @Field(() => String) endsAt!: string;
  @Nullable(String, 'When the token was last used, exact to a minute.')
  lastUsedAt!: string | null;
}

@InputType()
export class CreateApiTokenInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Described(String, 'The name of the program that will use the token.')
  name!: string;
  @Described(Int, 'The number of days until the token expires, at most 366.')
  days!: number;
}

@InputType()
export class RevokeApiTokenInput extends ChangeInput {
  @Field(() => ID) token!: string;
}

@ObjectType()
export class ApiTokenPayload extends Payload {
  @Nullable(String, 'The token itself. It is shown only now, since only its hash is stored.')
  secret!: string | null;
  @Field(() => [ApiToken]) tokens!: ApiToken[];
}
