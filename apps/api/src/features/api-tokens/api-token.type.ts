import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';

export const ApiTokenState = enumOf('ApiTokenState', 'ACTIVE', 'ENDED', 'REVOKED');

@ObjectType({ description: 'Lets programs of an organisation send files for its country.' })
export class ApiToken {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => LocalText) organisation!: LocalText;
  @Field(() => String) name!: string;
  @Field(() => ApiTokenState) state!: keyof typeof ApiTokenState;
  @Field(() => Person) createdBy!: Person;
  @Field(() => String) createdAt!: string;
  @Field(() => String) endsAt!: string;
  @Field(() => String, { nullable: true, description: 'Within a minute.' })
  lastUsedAt!: string | null;
}

@InputType()
export class CreateApiTokenInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String, { description: 'Which program will have it.' }) name!: string;
  @Field(() => Int, { description: 'Until it ends, at most 366.' }) days!: number;
}

@InputType()
export class RevokeApiTokenInput extends ChangeInput {
  @Field(() => ID) token!: string;
}

@ObjectType()
export class ApiTokenPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The token itself, this once: only its hash is kept.',
  })
  secret!: string | null;
  @Field(() => [ApiToken]) tokens!: ApiToken[];
}
