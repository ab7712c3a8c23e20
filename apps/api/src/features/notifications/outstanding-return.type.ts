import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';

@ObjectType({ description: 'An area with values of an open year that nobody has submitted yet.' })
export class OutstandingReturn {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String) dueOn!: string;

  @Described(Int, "Days until the due day in the country's own time zone; negative when overdue.")
  daysLeft!: number;

  @Field(() => Int) owed!: number;
  @Field(() => Int) returned!: number;
  @Described(Int, 'The number of people who would be reminded.')
  reporters!: number;

  @Nullable(String, 'When an officer last reminded them.')
  remindedAt!: string | null;

  @Nullable(String, 'From when they may be reminded again; null if they may be now.')
  remindableFrom!: string | null;
}
