import { Field, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';

const ChangeState = enumOf(
  {
    name: 'ChangeState',
    description:
      'REFUSED: for its problems, and nothing is stored. FAILED: something broke, mostly before anything was stored.',
  },
  ...(['RUNNING', 'DONE', 'REFUSED', 'FAILED'] as const),
);
type ChangeState = keyof typeof ChangeState;

const ChangeStep = enumOf(
  { name: 'ChangeStep', description: 'STORING: the rows of a file that was checked before.' },
  ...(['CHECKING', 'WRITING', 'STORING'] as const),
);
export type ChangeStep = keyof typeof ChangeStep;

@ObjectType({ description: 'How far a change of very many values is, or how it ended.' })
export class ChangeProgress extends Payload {
  @Field(() => ChangeState) state!: ChangeState;
  @Field(() => ChangeStep) step!: ChangeStep;
  @Field(() => Int, { description: 'Values that are through this step.' }) done!: number;
  @Field(() => Int, { nullable: true, description: 'All of them; null until they are found.' })
  values!: number | null;
}
