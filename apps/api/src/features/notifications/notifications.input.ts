import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class RemindReportersInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
}

@InputType()
export class SendAgainInput extends ChangeInput {
  @Field(() => ID) notification!: string;
}
