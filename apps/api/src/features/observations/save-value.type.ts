import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { FormCell } from './form-cell.type.ts';

@ObjectType()
export class SaveValuePayload {
  @Field(() => FormCell, { nullable: true })
  cell!: FormCell | null;

  @Field(() => [Problem])
  problems!: Problem[];
}
