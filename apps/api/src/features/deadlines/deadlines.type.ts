import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType({ description: 'Until when an area can report for a year.' })
export class Deadline {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => String, { description: 'The last day on which the return can be submitted.' })
  closesOn!: string;
  @Field(() => Int, {
    description: "Days until the due day in the country's own time zone; negative when overdue.",
  })
  daysLeft!: number;
  @Field(() => Int, { description: 'The number of indicators that were not submitted.' })
  owed!: number;
}

@ObjectType()
export class CalendarAddressPayload extends Payload {
  @Field(() => String, { nullable: true }) address!: string | null;
}
