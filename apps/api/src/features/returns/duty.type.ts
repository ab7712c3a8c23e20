import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType()
export class Duty {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => Int, {
    description: "Days until the due day in the country's own time zone; negative when overdue.",
  })
  daysLeft!: number;
  @Field(() => Int) assigned!: number;
  @Field(() => Int) filled!: number;
  @Field(() => Int) submitted!: number;
  @Field(() => Int) returned!: number;
  @Field(() => Int, { description: 'With a question of a reviewer that nobody has answered.' })
  asked!: number;
  @Field(() => Int) approved!: number;
}
