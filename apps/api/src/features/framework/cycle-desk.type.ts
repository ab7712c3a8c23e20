import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CYCLE_STATES, type CycleState as DomainCycleState } from '@qadam/domain';
import { enumOf, Scope } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class CycleAssignment {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Described(ID, "The organisation's code.") organisation!: string;
}

@ObjectType()
export class ReportingCycle {
  @Field(() => Int) year!: number;
  @Field(() => Int) version!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => String) closesOn!: string;
  @Described(Boolean, 'Closed by hand, before its last day.') closed!: boolean;
  @Field(() => [CycleAssignment]) assignments!: CycleAssignment[];
}

@ObjectType()
export class AssignableArea {
  @Field(() => ID) code!: string;
  @Field(() => Scope) scope!: Scope;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class AssignableOrganisation {
  @Field(() => ID) code!: string;
  @Nullable(ID, 'The area that the organisation reports for; null if it may report for any.')
  area!: string | null;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class CycleDesk {
  @Field(() => [ReportingCycle]) cycles!: ReportingCycle[];
  @Field(() => [AssignableArea]) areas!: AssignableArea[];
  @Field(() => [AssignableOrganisation]) organisations!: AssignableOrganisation[];
}

const CycleState = enumOf(
  {
    name: 'CycleState',
    description:
      'The state of a cycle on a day. OVERDUE: past its due day, but still open. OVER: nothing can be submitted any more.',
  },
  ...CYCLE_STATES,
);

@ObjectType({ description: 'What new dates of a cycle would mean for an area that reports in it.' })
export class CycleConsequence {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Described(Int, 'The number of indicators that were not submitted.')
  owed!: number;
  @Field(() => CycleState) before!: DomainCycleState;
  @Field(() => CycleState) after!: DomainCycleState;
  @Described(Int, 'The number of people who get a mail about it.')
  people!: number;
}

@ObjectType()
export class CyclePayload extends Payload {
  @Nullable(ReportingCycle) cycle!: ReportingCycle | null;
}
