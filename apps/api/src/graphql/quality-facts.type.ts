import { Field, Int, ObjectType } from '@nestjs/graphql';
import { decimalText, type DataQuality } from '@qadam/domain';
import { DecimalScalar } from './decimal.scalar.ts';
import { Described, Nullable } from './fields.ts';

/** Four plain facts about the data of a country in a cycle, on both sides; shares are parts of 1. */
@ObjectType({ isAbstract: true })
export abstract class QualityFacts {
  @Field(() => Int) assigned!: number;
  @Field(() => Int) notApplicable!: number;
  @Field(() => Int) reported!: number;
  @Field(() => Int) explained!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int) notDue!: number;
  @Nullable(DecimalScalar) reportedShare!: string | null;
  @Nullable(DecimalScalar) answeredShare!: string | null;
  @Described(Int, 'The number of reported cells whose day of submission is known.')
  timed!: number;
  @Nullable(
    DecimalScalar,
    'Median number of days from the due day to the first submission; negative if submitted early.',
  )
  medianDays!: string | null;
  @Nullable(DecimalScalar) onTimeShare!: string | null;
  @Field(() => Int) checked!: number;
  @Field(() => Int) withHits!: number;
  @Field(() => Int) errors!: number;
  @Field(() => Int) warnings!: number;
  @Field(() => Int) warningsExplained!: number;
  @Field(() => Int) revisions!: number;
  @Field(() => Int) revisedCells!: number;
  @Nullable(DecimalScalar) medianRevision!: string | null;
}

/** The facts as plain data. */
type Facts = { [K in keyof QualityFacts]: QualityFacts[K] };

export function factsOf({ completeness, timeliness, coherence, revisions }: DataQuality): Facts {
  const { share: reportedShare, answered, ...counts } = completeness;
  return {
    ...counts,
    reportedShare: text(reportedShare),
    answeredShare: text(answered),
    timed: timeliness.n,
    medianDays: text(timeliness.medianDays),
    onTimeShare: text(timeliness.onTime),
    checked: coherence.checked,
    withHits: coherence.withHits,
    errors: coherence.errors,
    warnings: coherence.warnings,
    warningsExplained: coherence.explained,
    revisions: revisions.count,
    revisedCells: revisions.cells,
    medianRevision: text(revisions.medianRelative),
  };
}

const text = (share: number | null): string | null => (share === null ? null : decimalText(share));
