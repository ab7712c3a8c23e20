import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => ID, { nullable: true }) area!: string | null;

  @Field(() => [LocalText], { description: 'One for each language in which it has a name.' })
  names!: LocalText[];

  @Field(() => String, {
    nullable: true,
    description:
      'Of the office that answers questions about the figures of its country; public with the next release.',
  })
  mailbox!: string | null;

  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'Accounts of it that are not disabled.' }) users!: number;

  @Field(() => Int, { description: 'Cells that it reports in cycles that are not over.' })
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
  @Field(() => Int, { nullable: true, description: 'Cells that changed hands.' })
  assignments!: number | null;
}
