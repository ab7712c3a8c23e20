import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SignatureState as State } from '@qadam/domain';
import { enumOf } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';

const SignatureState = enumOf(
  {
    name: 'SignatureState',
    description:
      'VOID: a value was changed since it was prepared, so that it has to be prepared again.',
  },
  'WAITING',
  'VOID',
  'SIGNED',
  'GIVEN_BACK',
);

@ObjectType({ description: 'How many values of a year it holds.' })
export class PreparedYear {
  @Field(() => Int) year!: number;
  @Field(() => Int) values!: number;
}

@ObjectType()
export class PreparedLetter {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
}

@ObjectType({
  description:
    'A return that one person of a country prepared, and that another hands in by signing it.',
})
export class SignatureRequest {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int, { description: 'With whose return it is handed in.' }) cycle!: number;
  @Field(() => SignatureState) state!: State;
  @Field(() => Person) preparedBy!: Person;
  @Field(() => String) preparedAt!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => PreparedLetter, { nullable: true }) letter!: PreparedLetter | null;
  @Field(() => Int) values!: number;
  @Field(() => [PreparedYear], { description: 'The same, by the year they are of.' })
  years!: PreparedYear[];
  @Field(() => Boolean, {
    description:
      'May the person who reads it sign? Not who prepared it or wrote any of its values.',
  })
  maySign!: boolean;
  @Field(() => Person, { nullable: true }) decidedBy!: Person | null;
  @Field(() => String, { nullable: true }) decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was given back.' })
  comment!: string | null;
}

@InputType()
export class SignReturnInput extends ChangeInput {
  @Field(() => ID) request!: string;
}

@InputType()
export class GiveBackReturnInput extends ChangeInput {
  @Field(() => ID) request!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why; who prepared it takes it back without one.',
  })
  comment?: string | null;
}

@ObjectType({
  description: 'Whether a country asks for a second signature, and who could give it.',
})
export class SignatureRule {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Boolean) required!: boolean;
  @Field(() => Int, { description: 'People who report for it.' }) reporters!: number;
  @Field(() => Int, { description: 'Values that wait for a second signature.' }) waiting!: number;
}

@InputType()
export class RequireSignatureInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Boolean) required!: boolean;
}

@ObjectType()
export class RequireSignaturePayload extends Payload {
  @Field(() => [SignatureRule]) rules!: SignatureRule[];
}
