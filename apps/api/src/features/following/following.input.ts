import { Field, ID, InputType } from '@nestjs/graphql';
import { FollowKind } from './following.type.ts';

@InputType()
export class FollowInput {
  @Field(() => FollowKind) kind!: FollowKind;
  @Field(() => ID) code!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class SaveViewInput {
  @Field(() => String) name!: string;
  @Field(() => String) path!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class RenameViewInput {
  @Field(() => ID) view!: string;
  @Field(() => String) name!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class DeleteViewInput {
  @Field(() => ID) view!: string;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class ChooseMonthlyInput {
  @Field(() => Boolean) monthly!: boolean;
  @Field(() => String) idempotencyKey!: string;
}
