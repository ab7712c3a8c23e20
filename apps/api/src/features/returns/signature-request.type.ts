import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SIGNATURE_STATES, type SignatureState as State } from '@qadam/domain';
import { enumOf } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';

const SignatureState = enumOf(
  {
    name: 'SignatureState',
    description:
      'VOID: a value was changed after the return was prepared, so that it has to be prepared again.',
  },
  ...SIGNATURE_STATES,
);

@ObjectType({ description: 'The number of values of one year in the return.' })
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
    'A return that one person of a country has prepared, and that another submits by signing it.',
})
export class SignatureRequest {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Described(Int, 'The cycle that it is submitted with.') cycle!: number;
  @Field(() => SignatureState) state!: State;
  @Field(() => Person) preparedBy!: Person;
  @Field(() => String) preparedAt!: string;
  @Nullable(String) note!: string | null;
  @Nullable(PreparedLetter) letter!: PreparedLetter | null;
  @Field(() => Int) values!: number;
  @Described([PreparedYear], 'The values by year.')
  years!: PreparedYear[];
  @Described(
    Boolean,
    'True if the person who asks may sign. A person who prepared it or wrote any of its values may not.',
  )
  maySign!: boolean;
  @Nullable(Person) decidedBy!: Person | null;
  @Nullable(String) decidedAt!: string | null;
  @Nullable(String, 'Why the return was given back.')
  comment!: string | null;
}

@InputType()
export class SignReturnInput extends ChangeInput {
  @Field(() => ID) request!: string;
}

@InputType()
export class GiveBackReturnInput extends ChangeInput {
  @Field(() => ID) request!: string;
  @Nullable(
    String,
    'Why it is given back. The person who prepared it needs no comment to take it back.',
  )
  comment?: string | null;
}

@ObjectType({
  description: 'Whether a country asks for a second signature, and how many people could give it.',
})
export class SignatureRule {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Boolean) required!: boolean;
  @Described(Int, 'The number of people who report for the country.')
  reporters!: number;
  @Described(Int, 'The number of values that wait for a second signature.')
  waiting!: number;
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
