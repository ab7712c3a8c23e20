import { Field, ID, InputType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';

@InputType()
export class AddEvidenceLinkInput {
  @Field(() => ID) area!: string;
  @Field(() => String, { description: 'https only.' }) url!: string;
  @Field(() => String) title!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class AttachEvidenceInput {
  @Field(() => ID) observation!: string;
  @Field(() => ID) evidence!: string;
  @Field(() => Boolean, { description: 'False takes it away again.' }) attached!: boolean;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class MarkEvidenceInput {
  @Field(() => ID) evidence!: string;
  @Field(() => Boolean) public!: boolean;
  @Field(() => Language, { nullable: true, description: 'The language it is written in.' })
  lang?: Language | null;
  @Field(() => String) idempotencyKey!: string;
}
