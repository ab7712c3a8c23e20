import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../../graphql/decimal.scalar.ts';
import { LocalText } from '../../../graphql/local-text.type.ts';
import { Payload } from '../../../graphql/problem.type.ts';
import { Described, Nullable } from '../../../graphql/fields.ts';
import { Person } from '../../users/person.type.ts';
import { ChangeInput } from '../../desk-changes/change.input.ts';

@ObjectType()
export class WithdrawalCell {
  @Described(ID, 'The indicator; another one if it shows the same count.') indicator!: string;
  @Field(() => ID) area!: string;
  @Described(String, 'SEX|AGE|URBANISATION|REGION|BREAKDOWN') cell!: string;
  @Described(Boolean, 'True if the cell was not asked for, but would give the withdrawn one away.')
  cover!: boolean;
}

@ObjectType({
  description:
    'A published cell that was withdrawn for somebody’s safety, or is going to be. It has no value.',
})
export class Withdrawal {
  @Field(() => ID) id!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Described(String, 'SEX|AGE|URBANISATION|REGION|BREAKDOWN') cell!: string;
  @Field(() => String) reason!: string;
  @Described(String, 'REQUESTED, CONFIRMED or REJECTED.') state!: string;
  @Field(() => Person) requestedBy!: Person;
  @Field(() => String) requestedAt!: string;
  @Nullable(Person) decidedBy!: Person | null;
  @Nullable(String) decidedAt!: string | null;
  @Described(
    [WithdrawalCell],
    'The cells to withdraw, as planned now; once confirmed, the cells that were withdrawn.',
  )
  cells!: WithdrawalCell[];
  @Nullable(
    String,
    'The hash of the plan while the withdrawal waits. It has to be sent to confirm it.',
  )
  planHash!: string | null;
}

@ObjectType({ description: 'Withdrawals: those that wait first, then the newest.' })
export class WithdrawalPage {
  @Field(() => [Withdrawal]) withdrawals!: Withdrawal[];
  @Nullable(String, 'The cursor of the next page; null on the last one.') next!: string | null;
}

@ObjectType({ description: 'A published cell, as the last release that shows it has it.' })
export class PublishedCell {
  @Field(() => Int) year!: number;
  @Described(String, 'SEX|AGE|URBANISATION|REGION|BREAKDOWN') cell!: string;
  @Field(() => DecimalScalar) value!: string;
  @Described(Int, 'The number of releases that show the cell.') releases!: number;
}

@ObjectType()
export class PublishedName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({
  description: 'The areas, indicators and years of which anything was ever published.',
})
export class PublishedPlaces {
  @Field(() => [PublishedName]) areas!: PublishedName[];
  @Field(() => [PublishedName]) indicators!: PublishedName[];
}

@ObjectType()
export class WithdrawalPayload extends Payload {}

@InputType()
export class RequestWithdrawalInput extends ChangeInput {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String, { defaultValue: '_T' }) sex!: string;
  @Field(() => String, { defaultValue: '_T' }) age!: string;
  @Field(() => String, { defaultValue: '_T' }) urbanisation!: string;
  @Field(() => String, { defaultValue: '_T' }) region!: string;
  @Field(() => String, { defaultValue: '_T' }) breakdown!: string;
  @Field(() => String) reason!: string;
}

@InputType()
export class DecideWithdrawalInput extends ChangeInput {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) confirm!: boolean;
  @Nullable(String, 'The hash of the plan that the person saw; needed to confirm.')
  planHash?: string;
}
