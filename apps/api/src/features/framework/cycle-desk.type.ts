import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Scope } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType()
export class CycleAssignment {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => ID, { description: "The organisation's code." }) organisation!: string;
}

@ObjectType()
export class ReportingCycle {
  @Field(() => Int) year!: number;
  @Field(() => Int) version!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Field(() => String) closesOn!: string;
  @Field(() => Boolean, { description: 'Closed by hand, before its last day.' }) closed!: boolean;
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
  @Field(() => ID, { nullable: true, description: 'null: may report for any area.' })
  area!: string | null;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class CycleDesk {
  @Field(() => [ReportingCycle]) cycles!: ReportingCycle[];
  @Field(() => [AssignableArea]) areas!: AssignableArea[];
  @Field(() => [AssignableOrganisation]) organisations!: AssignableOrganisation[];
}

@ObjectType()
export class CyclePayload extends Payload {
  @Field(() => ReportingCycle, { nullable: true }) cycle!: ReportingCycle | null;
}
