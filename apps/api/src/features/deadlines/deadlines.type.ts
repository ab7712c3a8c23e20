import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType({ description: 'Until when an area can report for a year.' })
export class Deadline {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Described(String, 'The last day on which the return can be submitted.')
  closesOn!: string;
  @Described(Int, "Days until the due day in the country's own time zone; negative when overdue.")
  daysLeft!: number;
  @Described(Int, 'The number of indicators that were not submitted.')
  owed!: number;
}

@ObjectType()
export class CalendarAddressPayload extends Payload {
  @Nullable(String) address!: string | null;
}
