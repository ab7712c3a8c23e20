import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Payload, Problem } from '../../graphql/problem.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class LocalTextInput {
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
}

@InputType()
export class PublishReleaseInput extends ChangeInput {
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => [LocalTextInput]) note!: LocalTextInput[];
  @Field(() => String) previewHash!: string;
}

@ObjectType()
export class PublishReleasePayload extends Payload {
  @Nullable(ID) number!: string | null;
}

@ObjectType({ description: 'A release that is to be published at an embargo time.' })
export class PlannedRelease {
  @Field(() => ID) id!: string;
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => LocalText) note!: LocalText;
  @Field(() => String) publishAt!: string;
  @Field(() => Person) plannedBy!: Person;
  @Described(String, 'PLANNED, PUBLISHED, REFUSED or CANCELLED.') state!: string;
  @Nullable(ID) number!: string | null;
  @Described([Problem], 'Why the release was refused when its time came.') problems!: Problem[];
}

@ObjectType()
export class PlannedReleasePayload extends Payload {
  @Field(() => [PlannedRelease]) planned!: PlannedRelease[];
}

@InputType()
export class PlanReleaseInput extends PublishReleaseInput {
  @Described(String, 'A moment in ISO 8601, with its offset.') publishAt!: string;
}

@InputType()
export class CancelReleaseInput extends ChangeInput {
  @Field(() => ID) id!: string;
}

@InputType({
  description:
    'Says that two counts that are equal in some cell, one shown and one hidden, are about different people.',
})
export class StateDifferentCountsInput extends ChangeInput {
  @Described(String, 'The count as the framework names it: `A5.8` or `A5.4:DENOMINATOR`.')
  count!: string;

  @Field(() => String) other!: string;

  @Described(String, 'How the two counts differ.') reason!: string;
}

@ObjectType()
export class DifferentCountsPayload extends Payload {}
