import { Field, ID, InputType } from '@nestjs/graphql';
import { FollowKind } from './following.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class FollowInput extends ChangeInput {
  @Field(() => FollowKind) kind!: FollowKind;
  @Field(() => ID) code!: string;
}

@InputType()
export class SaveViewInput extends ChangeInput {
  @Field(() => String) name!: string;
  @Field(() => String) path!: string;
}

@InputType()
export class RenameViewInput extends ChangeInput {
  @Field(() => ID) view!: string;
  @Field(() => String) name!: string;
}

@InputType()
export class DeleteViewInput extends ChangeInput {
  @Field(() => ID) view!: string;
}

@InputType()
export class ChooseMonthlyInput extends ChangeInput {
  @Field(() => Boolean) monthly!: boolean;
}
