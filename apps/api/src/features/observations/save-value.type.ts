import { Field, ObjectType } from '@nestjs/graphql';
import type { Part } from '@qadam/domain';
import { Problem } from '../../graphql/problem.type.ts';

@ObjectType()
export class SaveValuePayload {
  /** Where it stands in the form. Read by features/returns, after a refusal too: a conflict shows what was saved meanwhile. */
  cell!: { area: string; cycle: number; indicator: string; part: Part };
  @Field(() => [Problem]) problems!: Problem[];
}
