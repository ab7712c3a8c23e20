import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Person } from '../users/person.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@ObjectType({ description: 'A reporting body, as an agreement names it.' })
export class ReportingBody {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType({
  description: 'A document that proves an agreement: a file at GET /evidence/:id, or a link.',
})
export class AgreementDocument {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => String) title!: string;
  @Nullable(String) url!: string | null;
}

@ObjectType({
  description:
    'An agreement by which a body allows its figures below national level to be published. Without one these figures wait.',
})
export class Agreement {
  @Field(() => ID) id!: string;
  @Field(() => ReportingBody) body!: ReportingBody;
  @Nullable(
    [ID],
    'The indicators that the agreement covers; null for everything that the body reports.',
  )
  indicators!: string[] | null;
  @Field(() => String) signedOn!: string;
  @Nullable(String) validUntil!: string | null;
  @Field(() => AgreementDocument) document!: AgreementDocument;
  @Nullable(String) note!: string | null;
  @Described(String, 'IN_FORCE, NOT_YET, EXPIRED or ENDED.') state!: string;
  @Field(() => Person) recordedBy!: Person;
  @Field(() => String) recordedAt!: string;
  @Nullable(Person) endedBy!: Person | null;
  @Nullable(String) endedReason!: string | null;
  @Nullable(String) endedAt!: string | null;
}

@ObjectType({ description: 'Approved figures below national level that no agreement covers.' })
export class WaitingForAgreement {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Nullable(ReportingBody) body!: ReportingBody | null;
  @Field(() => Int) values!: number;
}

@ObjectType()
export class RegionalIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class AgreementDesk {
  @Field(() => [Agreement]) agreements!: Agreement[];
  @Field(() => [WaitingForAgreement]) waiting!: WaitingForAgreement[];
  @Field(() => [ReportingBody]) bodies!: ReportingBody[];
  @Field(() => [AgreementDocument]) documents!: AgreementDocument[];
  @Described([RegionalIndicator], 'The indicators that are reported by region.')
  indicators!: RegionalIndicator[];
}

@ObjectType()
export class AgreementPayload extends Payload {
  @Nullable(ID) id!: string | null;
}

@InputType()
export class RecordAgreementInput extends ChangeInput {
  @Field(() => ID) body!: string;
  @Nullable(
    [ID],
    'The indicators that the agreement covers; null for everything that the body reports.',
  )
  indicators?: string[] | null;
  @Described(String, 'YYYY-MM-DD') signedOn!: string;
  @Nullable(String) validUntil?: string | null;
  @Described(ID, 'Evidence of the same country.') document!: string;
  @Nullable(String) note?: string | null;
}

@InputType()
export class EndAgreementInput extends ChangeInput {
  @Field(() => ID) id!: string;
  @Field(() => String) reason!: string;
}
