import { Field, ID, InputType, Int, OmitType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { FrameworkAction, FrameworkElement, FrameworkIndicatorSheet } from './framework.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType()
export class ElementInput extends OmitType(FrameworkElement, ['inUse'], InputType) {}

@InputType()
export class SaveActionInput extends OmitType(FrameworkAction, ['version'], InputType) {
  @Described(Int, 'The version that was seen; 0 for a new one.')
  expectedVersion!: number;
  @Nullable(String, 'The reason; required if a weight or a role changes.')
  reason?: string | null | undefined;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class SaveIndicatorInput extends OmitType(
  FrameworkIndicatorSheet,
  ['version', 'released', 'actions', 'elements'],
  InputType,
) {
  @Described(Int, 'The version that was seen; 0 for a new one.')
  expectedVersion!: number;
  @Field(() => [ElementInput]) elements!: ElementInput[];
  @Nullable(
    String,
    'The reason; required if a law gets or loses an element, or if an element starts or stops counting.',
  )
  reason?: string | null | undefined;
  @Field(() => String) idempotencyKey!: string;
}

@InputType()
export class SaveCycleInput extends ChangeInput {
  @Field(() => Int) year!: number;
  @Described(Int, 'The version that was seen; 0 for a new one.')
  expectedVersion!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => String) closesOn!: string;
  @Described(Boolean, 'Closed by hand, before its last day.') closed!: boolean;
  @Nullable(Int, 'For a new cycle: the cycle whose assignments it starts with.')
  assignmentsOf?: number | null | undefined;
}

@InputType()
export class CycleCalendarInput {
  @Field(() => Int) year!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => String) closesOn!: string;
  @Described(Boolean, 'Closed by hand, before its last day.') closed!: boolean;
}

@InputType()
export class AssignmentInput {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Nullable(ID, 'Code of the organisation; null if nobody reports the indicator.')
  organisation?: string | null | undefined;
}

@InputType()
export class AssignInput extends ChangeInput {
  @Field(() => Int) cycle!: number;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [AssignmentInput]) assignments!: AssignmentInput[];
}
