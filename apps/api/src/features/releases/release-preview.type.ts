import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { HeldTable, HiddenCell, WithheldFace } from './preview-disclosure.type.ts';
import { WaitingForAgreement } from '../agreements/agreement.type.ts';
import { PreviewContact, PreviewDocument, PreviewHelpLine } from './preview-safety.type.ts';
import { PreviewCount, PreviewItem } from './preview-item.type.ts';

@ObjectType()
export class BesideShelters {
  @Field(() => ID) indicator!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => Int) values!: number;
}

@ObjectType()
export class ReleasePreview {
  @Field(() => ID) number!: string;
  @Field(() => ID, { nullable: true }) previous!: string | null;
  @Field(() => Int) asOfYear!: number;
  @Field(() => Boolean) annual!: boolean;
  @Field(() => String, {
    description:
      'Hash of exactly what would be published; publishRelease refuses when it is no longer current.',
  })
  previewHash!: string;
  @Field(() => Int) values!: number;
  @Field(() => Int, { description: 'Approved values that become public with it.' })
  newlyApproved!: number;
  @Field(() => Int, { description: 'Approved values that wait to protect people.' })
  keptBack!: number;
  @Field(() => [PreviewItem]) items!: PreviewItem[];
  @Field(() => [PreviewCount]) counts!: PreviewCount[];
  @Field(() => Int) confirmed!: number;
  @Field(() => Boolean) methodChanged!: boolean;
  @Field(() => [HiddenCell]) hidden!: HiddenCell[];
  @Field(() => [HeldTable]) held!: HeldTable[];
  @Field(() => [WithheldFace]) withheldFaces!: WithheldFace[];
  @Field(() => [WaitingForAgreement], {
    description: 'Approved figures below national level that wait for an agreement.',
  })
  waiting!: WaitingForAgreement[];
  @Field(() => [BesideShelters], {
    description:
      'Figures below national level with too few centres behind them; they do not leave.',
  })
  besideShelters!: BesideShelters[];
  @Field(() => [PreviewDocument], { description: 'Documents that become public, or stop being.' })
  documents!: PreviewDocument[];
  @Field(() => [PreviewHelpLine]) helpLines!: PreviewHelpLine[];
  @Field(() => [PreviewContact]) contacts!: PreviewContact[];
  @Field(() => String, { description: 'The head of the audit chain as it stands now.' })
  auditHead!: string;
  @Field(() => [Problem]) problems!: Problem[];
}
