import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Problem } from '../../graphql/problem.type.ts';

@InputType()
export class LocalTextInput {
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
}

@InputType()
export class PublishReleaseInput {
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => [LocalTextInput]) note!: LocalTextInput[];
  @Field(() => String) previewHash!: string;
  @Field(() => String) idempotencyKey!: string;
}

@ObjectType()
export class PublishReleasePayload {
  @Field(() => ID, { nullable: true }) number!: string | null;
  @Field(() => [Problem]) problems!: Problem[];
}
