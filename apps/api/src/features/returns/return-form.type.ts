import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { FormCell } from './form-cell.type.ts';
import { Submission } from './submission.type.ts';

@ObjectType()
export class ReturnForm {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Null for a year without a cycle, whose published values can be corrected.',
  })
  opensOn!: string | null;
  @Field(() => String, { nullable: true }) dueOn!: string | null;
  @Field(() => Int, { nullable: true }) daysLeft!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The cycle with whose return it is handed in: its own, or for corrections of a year without one an open or the newest.',
  })
  handedInWith!: number | null;
  @Field(() => Boolean) mayEdit!: boolean;
  @Field(() => [FormCell]) cells!: FormCell[];
  @Field(() => [Submission]) submissions!: Submission[];
}
