import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Nullable(ID) area!: string | null;

  @Described([LocalText], 'The names, one for each language.')
  names!: LocalText[];

  @Nullable(
    String,
    'The mailbox of the office that answers questions about the country’s figures; public with the next release.',
  )
  mailbox!: string | null;

  @Field(() => Int) version!: number;
  @Described(Int, 'The number of its accounts that are not disabled.')
  users!: number;

  @Described(Int, 'The number of cells that it reports in cycles that are not over.')
  assignments!: number;
}

@ObjectType()
export class AreaName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class OrganisationPayload extends Payload {
  @Nullable(Organisation) organisation!: Organisation | null;
}

@ObjectType()
export class HandOverPayload extends Payload {
  @Nullable(Int, 'The number of assignments that were handed over.')
  assignments!: number | null;
}
