import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { FormCell } from './form-cell.type.ts';

@InputType()
export class ConfirmStagesInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID, { nullable: true, description: 'One law; without it all of the return.' })
  indicator?: string | null;
  @Field(() => String) idempotencyKey!: string;
}

@ObjectType()
export class ConfirmStagesPayload {
  @Field(() => [FormCell], { description: 'The elements that now have a value of this year.' })
  cells!: FormCell[];
  @Field(() => [Problem]) problems!: Problem[];
}
