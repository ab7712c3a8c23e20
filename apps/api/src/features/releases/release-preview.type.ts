import { Field, ID, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { WaitingForAgreement } from '../agreements/agreement.type.ts';
import { Change, ChangeCount } from '../publication/changes.type.ts';

/** The most lines of a list of the preview. Of new values and hidden cells that are more, the tables are told instead. */
export const MAX_LISTED = 1000;

const BY_TABLE = `if there are more than ${String(MAX_LISTED)}: those with the most first`;

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
  @Described([LocalText], 'The parts of an action that are newly known or no longer known.')
  partNames!: LocalText[];
}

@ObjectType({ description: 'A number of values of an indicator in one area and year.' })
export class CountedTable {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) values!: number;
}

@ObjectType()
export class NewTable extends CountedTable {
  @Described(LocalText, 'The name of the indicator.') name!: LocalText;
}

@ObjectType({
  description: 'A cell that would be hidden, and why. Officers and auditors only.',
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
export class HiddenReason {
  @Described(String, 'As in HiddenCell.') why!: string;
  @Field(() => Int) cells!: number;
}

@ObjectType({
  description: 'How many cells of a table would be hidden, and why. Officers and auditors only.',
})
export class HiddenTable {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) cells!: number;
  @Field(() => [HiddenReason]) reasons!: HiddenReason[];
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
    'NEW, GONE, or why the document is not published: HIDDEN (a figure that it belongs to has something hidden), HELD (a table is kept back), UNRELEASED (it belongs to a figure that the release does not have), WITHDRAWN.',
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
  @Described(Int, 'The number of tables in this run, including those already planned.')
  tables!: number;
}

@ObjectType({
  description: `How many cells, values, tables or documents each list is about. A list has at most ${String(MAX_LISTED)} lines.`,
})
export class PreviewTotals {
  @Field(() => Int) hidden!: number;
  @Field(() => Int) held!: number;
  @Field(() => Int) withheldFaces!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Int) withheldForShelters!: number;
  @Field(() => Int) documents!: number;
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
  @Described(Int, 'The number of approved values that become public with this release.')
  newlyApproved!: number;
  @Described(Int, 'The number of approved values that are held back to protect people.')
  keptBack!: number;
  @Field(() => [PreviewItem]) items!: PreviewItem[];
  @Described([PreviewCount], 'How many more changes of a class there are, not listed one by one.')
  unlisted!: PreviewCount[];
  @Described([NewTable], `The tables of new values, in place of each value, ${BY_TABLE}.`)
  newTables!: NewTable[];
  @Field(() => [PreviewCount]) counts!: PreviewCount[];
  @Field(() => Int) confirmed!: number;
  @Field(() => Boolean) methodChanged!: boolean;
  @Field(() => PreviewTotals) totals!: PreviewTotals;
  @Field(() => [HiddenCell]) hidden!: HiddenCell[];
  @Described([HiddenTable], `The tables of hidden cells, in place of each cell, ${BY_TABLE}.`)
  hiddenTables!: HiddenTable[];
  @Field(() => [HeldTable]) held!: HeldTable[];
  @Field(() => [WithheldFace]) withheldFaces!: WithheldFace[];
  @Described(
    [WaitingForAgreement],
    'Approved figures below national level that wait for an agreement.',
  )
  waiting!: WaitingForAgreement[];
  @Described(
    [CountedTable],
    'Figures below national level with too few centres behind them, and those that would lead to them by subtraction. They are not published.',
  )
  withheldForShelters!: CountedTable[];
  @Described([PreviewDocument], 'Documents that become public, or stop being public.')
  documents!: PreviewDocument[];
  @Field(() => [PreviewHelpLine]) helpLines!: PreviewHelpLine[];
  @Field(() => [PreviewContact]) contacts!: PreviewContact[];
  @Described(String, 'The present head of the audit chain.') auditHead!: string;
}
