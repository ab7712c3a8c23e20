import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FOLLOW_KINDS } from '@qadam/domain';
import { enumOf } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Area } from '../publication/page-parts.type.ts';
import { Change } from '../publication/changes.type.ts';

export const FollowKind = enumOf('FollowKind', ...FOLLOW_KINDS);
export type FollowKind = keyof typeof FollowKind;

@ObjectType()
export class Followed {
  @Field(() => FollowKind) kind!: FollowKind;
  @Field(() => ID) code!: string;
  @Described(LocalText, 'The name in the newest release that has it.')
  name!: LocalText;
}

@ObjectType()
export class SavedView {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Described(String, 'The address of a public page, without the host.')
  path!: string;
}

@ObjectType({
  description: 'What the signed-in person follows and has saved. Nobody else can read it.',
})
export class Following {
  @Field(() => [Followed]) follows!: Followed[];
  @Field(() => [SavedView]) views!: SavedView[];
  @Described(Boolean, 'True if the person wants a mail in each month in which something changed.')
  monthly!: boolean;
}

@ObjectType()
export class FollowingPayload extends Payload {
  @Field(() => Following) following!: Following;
}

@ObjectType()
export class NewsCount {
  @Nullable(Int, 'The number of new values; null if there are more than are listed one by one.')
  newValues!: number | null;
  @Field(() => Int) revised!: number;
  @Described(Int, 'The number of actions that moved, or about which more or less is known.')
  actions!: number;
  @Field(() => Int) statuses!: number;
  @Field(() => Int) targets!: number;
  @Described(Int, 'The number of values that are newly withdrawn, hidden or shown.')
  others!: number;
}

@ObjectType({ description: 'What was released since the last visit.' })
export class News {
  @Described(String, 'When the last visit ended.') since!: string;
  @Described(String, 'The release that was current at that time.') from!: string;
  @Field(() => String) to!: string;
  @Described(
    Boolean,
    'True if only followed subjects are counted; false if the person follows nothing.',
  )
  narrowed!: boolean;
  @Field(() => NewsCount) counts!: NewsCount;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => [Change]) items!: Change[];
  @Described(
    Int,
    'How many more changes there are; they are not listed. New values that are too many to list are not among them.',
  )
  unlisted!: number;
}
