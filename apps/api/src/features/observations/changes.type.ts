import { Field, ID, InputType, Int, ObjectType, PartialType, PickType } from '@nestjs/graphql';
import { FactBasis, ReasonCode } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Part } from './cell.type.ts';
import { WorkRevision } from './work-revision.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

const FIGURES = ['value', 'numerator', 'denominator', 'missingReason'] as const;
const TEXTS = ['sourceText', 'comment'] as const;

@InputType()
export class SaveValueInput extends PartialType(
  PickType(WorkRevision, [...FIGURES, ...TEXTS, 'factDate', 'provision', 'reason']),
  InputType,
) {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID) indicator!: string;
  @Nullable(
    Part,
    'A part of the indicator’s table, or an element of a law by its code as `breakdown`; if left out, the total.',
  )
  part?: Part | null;
  @Described(Int, 'The version that was seen; 0 for the first save of a cell.')
  expectedVersion!: number;
  @Nullable(String) obsStatus?: string | null;
  @Nullable(FactBasis, 'For an element of a law: who says so. OFFICIAL if left out.')
  basis?: FactBasis | null;
  @Field(() => String) idempotencyKey!: string;
}

@ObjectType()
export class SaveValuePayload extends Payload {
  /** The place of the cell in the form. features/returns reads the cell, even after a refusal: a conflict shows what was saved meanwhile. */
  cell!: { area: string; cycle: number; indicator: string; part: Part };
}

@InputType()
export class CorrectValueInput extends PartialType(
  PickType(WorkRevision, [...FIGURES, ...TEXTS, 'basis']),
  InputType,
) {
  @Field(() => ID) observation!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ReasonCode) reason!: ReasonCode;
  @Nullable(String) factDate?: string | null;
  @Nullable(String) provision?: string | null;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class WriteMessageInput extends ChangeInput {
  @Field(() => ID) observation!: string;
  @Field(() => String) text!: string;
}

@ObjectType()
export class ObservationPayload extends Payload {
  /** The id of the observation. features/returns reads the rest if it is asked for. */
  observation!: string;
}
