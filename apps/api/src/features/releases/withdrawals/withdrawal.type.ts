import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../../graphql/decimal.scalar.ts';
import { LocalText } from '../../../graphql/local-text.type.ts';
import { Payload } from '../../../graphql/problem.type.ts';
import { Described, Nullable } from '../../../graphql/fields.ts';
import { Person } from '../../users/person.type.ts';
import { ChangeInput } from '../../desk-changes/change.input.ts';

@ObjectType()
export class WithdrawalCell {
  @Described(ID, 'Another one where it shows the same count.') indicator!: string;
  @Field(() => ID) area!: string;
  @Described(String, 'SEX|AGE|URBANISATION|REGION|BREAKDOWN') cell!: string;
  @Described(Boolean, 'Not asked for: it would give the withdrawn cell away, so it goes too.')
  cover!: boolean;
}

@ObjectType({
  description:
    'A published cell that was, or is to be, withdrawn for somebody’s safety. It names no value.',
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
    'What goes: as planned now while it waits, as it went once confirmed.',
  )
  cells!: WithdrawalCell[];
  @Nullable(String, 'Of the plan, while it waits: who confirms sends it back.')
  planHash!: string | null;
}

@ObjectType({ description: 'What waits stands first, then the newest.' })
export class WithdrawalPage {
  @Field(() => [Withdrawal]) withdrawals!: Withdrawal[];
  @Nullable(String, 'Where the next page begins.') next!: string | null;
}

@ObjectType({ description: 'A cell that some release shows, with what it shows last.' })
export class PublishedCell {
  @Field(() => Int) year!: number;
  @Described(String, 'SEX|AGE|URBANISATION|REGION|BREAKDOWN') cell!: string;
  @Field(() => DecimalScalar) value!: string;
  @Described(Int, 'How many releases show it.') releases!: number;
}

@ObjectType()
export class PublishedName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({ description: 'What anything was ever published of.' })
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
  @Nullable(String, 'Needed to confirm.') planHash?: string;
}
