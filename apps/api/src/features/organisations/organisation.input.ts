import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';

@InputType()
export class NameInput {
  @Field(() => Language)
  lang!: Language;

  @Field(() => String)
  text!: string;
}

@InputType()
export class CreateOrganisationInput {
  @Field(() => String, { description: 'Capital letters, digits, - and _; it never changes.' })
  code!: string;

  @Field(() => ID, { nullable: true })
  area?: string | null;

  @Field(() => [NameInput])
  names!: NameInput[];

  @Field(() => String, { nullable: true, description: 'Of the office, not of a person.' })
  mailbox?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class ChangeOrganisationInput {
  @Field(() => ID)
  organisation!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { nullable: true })
  area?: string | null;

  @Field(() => [NameInput])
  names!: NameInput[];

  @Field(() => String, { nullable: true, description: 'Of the office, not of a person.' })
  mailbox?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class HandOverInput {
  @Field(() => ID)
  from!: string;

  @Field(() => ID)
  to!: string;

  @Field(() => String)
  idempotencyKey!: string;
}
