import { Field, ID, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { WaitingForAgreement } from '../agreements/agreement.type.ts';
import { Change, ChangeCount } from '../publication/changes.type.ts';

@ObjectType()
export class PreviewCount extends ChangeCount {}

@ObjectType()
export class PreviewItem extends OmitType(Change, [
  ...(['subject', 'face', 'points', 'partNames'] as const),
  ...(['parts', 'relative', 'cause', 'changed'] as const),
]) {
  @Field(() => ID) subject!: string;
  @Nullable(String) face!: string | null;
  @Nullable(DecimalScalar) points!: string | null;
  @Described([LocalText], 'What of an action is newly known, or no longer.')
  partNames!: LocalText[];
}

@ObjectType()
export class WithheldForShelters {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) values!: number;
}

@ObjectType({
  description:
    'For the officer only: which cells are hidden, and whether for themselves or as a cover.',
})
export class HiddenCell {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Nullable(String) face!: string | null;
  @Field(() => Boolean) primary!: boolean;
  @Described(
    String,
    'SMALL (a small count itself), RATE (a share, rate or yearly step gives a count away), COVER, WITHDRAWN (for safety), MINISTRY (suppressed by the ministry) or REGIONAL (gives a hidden country away).',
  )
  why!: string;
}

@ObjectType()
export class HeldTable {
  @Field(() => ID) indicator!: string;
  @Field(() => Int) year!: number;
  @Field(() => [String]) reasons!: string[];
}

@ObjectType()
export class WithheldFace {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => String) face!: string;
  @Field(() => String) reason!: string;
}

@ObjectType()
export class PreviewDocument {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Nullable(String) mediaType!: string | null;
  @Nullable(Int) size!: number | null;
  @Nullable(String) lang!: string | null;
  @Described(
    String,
    'NEW, GONE, or why it stays inside: HIDDEN (something of a place where it stands is hidden), HELD (a table is kept back), UNRELEASED (it stands at a figure that the release does not hold), WITHDRAWN.',
  )
  change!: string;
}

@ObjectType()
export class PreviewHelpLine {
  @Field(() => ID) area!: string;
  @Field(() => String) lang!: string;
  @Nullable(String) before!: string | null;
  @Nullable(String) after!: string | null;
}

@ObjectType()
export class PreviewContact {
  @Field(() => ID) area!: string;
  @Described(String, 'The code of the body.') body!: string;
  @Nullable(String) before!: string | null;
  @Nullable(String) after!: string | null;
}

@ObjectType()
export class Planning {
  @Field(() => Int) planned!: number;
  @Described(Int, 'All tables of this run, those already planned included.') tables!: number;
}

@ObjectType()
export class ReleasePreview extends Payload {
  @Field(() => ID) number!: string;
  @Nullable(ID) previous!: string | null;
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Described(
    String,
    'Hash of exactly what would be published; publishRelease refuses when it is no longer current.',
  )
  previewHash!: string;
  @Field(() => Int) values!: number;
  @Described(Int, 'Approved values that become public with it.') newlyApproved!: number;
  @Described(Int, 'Approved values that wait to protect people.') keptBack!: number;
  @Field(() => [PreviewItem]) items!: PreviewItem[];
  @Field(() => [PreviewCount]) counts!: PreviewCount[];
  @Field(() => Int) confirmed!: number;
  @Field(() => Boolean) methodChanged!: boolean;
  @Field(() => [HiddenCell]) hidden!: HiddenCell[];
  @Field(() => [HeldTable]) held!: HeldTable[];
  @Field(() => [WithheldFace]) withheldFaces!: WithheldFace[];
  @Described(
    [WaitingForAgreement],
    'Approved figures below national level that wait for an agreement.',
  )
  waiting!: WaitingForAgreement[];
  @Described(
    [WithheldForShelters],
    'Figures below national level with too few centres behind them; they do not leave.',
  )
  withheldForShelters!: WithheldForShelters[];
  @Described([PreviewDocument], 'Documents that become public, or stop being.')
  documents!: PreviewDocument[];
  @Field(() => [PreviewHelpLine]) helpLines!: PreviewHelpLine[];
  @Field(() => [PreviewContact]) contacts!: PreviewContact[];
  @Described(String, 'The head of the audit chain as it stands now.') auditHead!: string;
}
