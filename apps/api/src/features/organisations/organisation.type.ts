import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => ID, { nullable: true }) area!: string | null;

  @Field(() => [LocalText], { description: 'The names, one for each language.' })
  names!: LocalText[];

  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox of the office that answers questions about the country’s figures; public with the next release.',
  })
  mailbox!: string | null;

  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'The number of its accounts that are not disabled.' })
  users!: number;

  @Field(() => Int, {
    description: 'The number of cells that it reports in cycles that are not over.',
  })
  assignments!: number;
}

@ObjectType()
export class AreaName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class OrganisationPayload extends Payload {
  @Field(() => Organisation, { nullable: true }) organisation!: Organisation | null;
}

@ObjectType()
export class HandOverPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'The number of assignments that were handed over.',
  })
  assignments!: number | null;
}
