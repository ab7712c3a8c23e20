import { Field, InputType, Int } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';

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
