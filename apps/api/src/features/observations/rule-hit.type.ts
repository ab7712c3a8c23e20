import { Field, ObjectType } from '@nestjs/graphql';
import { Severity } from '../../graphql/enums.ts';
import { ProblemParam } from '../../graphql/problem.type.ts';

@ObjectType()
export class RuleHit {
  @Field(() => String) rule!: string;
  @Field(() => String) code!: string;
  @Field(() => Severity) severity!: Severity;
  @Field(() => [ProblemParam]) params!: ProblemParam[];
}
