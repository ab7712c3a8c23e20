import { Field, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';

const ChangeState = enumOf(
  {
    name: 'ChangeState',
    description:
      'REFUSED: the change had problems and nothing was stored. FAILED: an error occurred, in most cases before anything was stored.',
  },
  ...(['RUNNING', 'DONE', 'REFUSED', 'FAILED'] as const),
);
type ChangeState = keyof typeof ChangeState;

const ChangeStep = enumOf(
  { name: 'ChangeStep', description: 'STORING: the rows of a checked file are being stored.' },
  ...(['CHECKING', 'WRITING', 'STORING'] as const),
);
export type ChangeStep = keyof typeof ChangeStep;

@ObjectType({ description: 'The progress of a change of very many values, or how it ended.' })
export class ChangeProgress extends Payload {
  @Field(() => ChangeState) state!: ChangeState;
  @Field(() => ChangeStep) step!: ChangeStep;
  @Described(Int, 'The number of values that have passed this step.')
  done!: number;
  @Nullable(Int, 'The number of all values; null until it is known.')
  values!: number | null;
}
