import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { TOTAL } from '@qadam/domain';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { FactBasis, Severity } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { ProblemParam } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';

// What every desk shows about a cell.

@InputType('PartInput')
@ObjectType({
  description: 'The part that a value is about, as SDMX codes; _T for a total.',
})
export class Part {
  @Field(() => String, { defaultValue: TOTAL }) sex!: string;
  @Field(() => String, { defaultValue: TOTAL }) age!: string;
  @Field(() => String, { defaultValue: TOTAL }) urbanisation!: string;
  @Field(() => String, { defaultValue: TOTAL }) region!: string;
  @Field(() => String, { defaultValue: TOTAL }) breakdown!: string;
}

@ObjectType()
export class YearValue {
  @Field(() => Int) year!: number;
  @Nullable(DecimalScalar) value!: string | null;
  @Field(() => String) status!: string;
}

@ObjectType()
export class AreaValue {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType({ description: 'What earlier years say about an element of a law.' })
export class KnownFact {
  @Field(() => Int) stage!: number;
  @Field(() => String) date!: string;
  @Nullable(String) provision!: string | null;
  @Field(() => FactBasis) basis!: FactBasis;
}

@ObjectType()
export class RuleHit {
  @Field(() => String) rule!: string;
  @Field(() => String) code!: string;
  @Field(() => Severity) severity!: Severity;
  @Field(() => [ProblemParam]) params!: ProblemParam[];
}

@ObjectType()
export class Message {
  @Field(() => ID) id!: string;
  @Field(() => Person) author!: Person;
  @Field(() => String) text!: string;
  @Described(Boolean, 'True if it is a reviewer’s question, which waits for an answer.')
  question!: boolean;
  @Field(() => String) createdAt!: string;
}
