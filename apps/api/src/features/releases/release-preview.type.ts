import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { HeldTable, HiddenCell, WithheldFace } from './preview-disclosure.type.ts';
import { PreviewCount, PreviewItem } from './preview-item.type.ts';

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
  @Field(() => Int) newlyApproved!: number;
  @Field(() => [PreviewItem]) items!: PreviewItem[];
  @Field(() => [PreviewCount]) counts!: PreviewCount[];
  @Field(() => Int) confirmed!: number;
  @Field(() => [HiddenCell]) hidden!: HiddenCell[];
  @Field(() => [HeldTable]) held!: HeldTable[];
  @Field(() => [WithheldFace]) withheldFaces!: WithheldFace[];
  @Field(() => [Problem]) problems!: Problem[];
}
