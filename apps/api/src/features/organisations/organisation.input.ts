import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class NameInput {
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
}

@InputType()
export class CreateOrganisationInput extends ChangeInput {
  @Described(String, 'Capital letters, digits, - and _. The code can never be changed.')
  code!: string;

  @Nullable(ID) area?: string | null;
  @Field(() => [NameInput]) names!: NameInput[];

  @Nullable(String, 'The mailbox of the office, not of a person.')
  mailbox?: string | null;
}

@InputType()
export class ChangeOrganisationInput extends ChangeInput {
  @Field(() => ID) organisation!: string;
  @Field(() => Int) expectedVersion!: number;
  @Nullable(ID) area?: string | null;
  @Field(() => [NameInput]) names!: NameInput[];

  @Nullable(String, 'The mailbox of the office, not of a person.')
  mailbox?: string | null;
}

@InputType()
export class HandOverInput extends ChangeInput {
  @Field(() => ID) from!: string;
  @Field(() => ID) to!: string;
}
