import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalText } from '../../graphql/local-text.type.ts';
import { FormCell } from './form-cell.type.ts';
import { Submission } from './submission.type.ts';

@ObjectType()
export class ReturnForm {
  @Field(() => ID)
  area!: string;

  @Field(() => LocalText)
  areaName!: LocalText;

  @Field(() => Int)
  cycle!: number;

  @Field(() => String)
  opensOn!: string;

  @Field(() => String)
  dueOn!: string;

  @Field(() => Int)
  daysLeft!: number;

  @Field(() => Boolean)
  mayEdit!: boolean;

  @Field(() => [FormCell])
  cells!: FormCell[];

  @Field(() => [Submission])
  submissions!: Submission[];
}
