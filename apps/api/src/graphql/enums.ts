import { registerEnumType } from '@nestjs/graphql';

/** Enums that both schemas or several features use; each is registered once, under its name in the schema. */
function shared<const Value extends string>(
  name: string,
  ...values: readonly Value[]
): { readonly [V in Value]: V } {
  const byName = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(byName, { name });
  return byName;
}

export const Language = shared('Language', 'en', 'ru', 'kk', 'ky', 'tg', 'uz');
export type Language = keyof typeof Language;

export const IndicatorKind = shared('IndicatorKind', 'NUMERIC', 'BINARY', 'MILESTONE');
export type IndicatorKind = keyof typeof IndicatorKind;

export const Scope = shared('Scope', 'COUNTRY', 'REGION');
export type Scope = keyof typeof Scope;

export const ActionKind = shared('ActionKind', 'PRIORITY', 'FINDING');
export type ActionKind = keyof typeof ActionKind;

export const Direction = shared('Direction', 'INCREASE', 'DECREASE', 'TOWARDS', 'NONE');
export type Direction = keyof typeof Direction;

export const ValueType = shared('ValueType', 'STOCK', 'FLOW', 'CUMULATIVE');
export type ValueType = keyof typeof ValueType;

export const IndicatorRole = shared('IndicatorRole', 'HEADLINE', 'SUPPORTING', 'CONTEXT');
export type IndicatorRole = keyof typeof IndicatorRole;

export const MissingReason = shared(
  'MissingReason',
  'NOT_COLLECTED',
  'NOT_SHARED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
);
export type MissingReason = keyof typeof MissingReason;

export const TargetPath = shared('TargetPath', 'LINEAR', 'COMPOUND');
export type TargetPath = keyof typeof TargetPath;

/** How far an action or a law is (methods.md 1.13). */
export const LevelWord = shared(
  'LevelWord',
  'DONE',
  'MOSTLY_DONE',
  'UNDER_WAY',
  'BEGUN',
  'NOT_BEGUN',
  'PARTLY_KNOWN',
  'NOT_KNOWN',
);
export type LevelWord = keyof typeof LevelWord;

export const Movement = shared('Movement', 'FORWARD', 'NONE', 'BACK', 'MIXED', 'UNKNOWN');
export type Movement = keyof typeof Movement;

/** What a fact about a law rests on. */
export const FactBasis = shared('FactBasis', 'OFFICIAL', 'MEDIA');
export type FactBasis = keyof typeof FactBasis;

/** Where an element of a law comes from: its written definition, or the action's own words. */
export const ElementOrigin = shared('ElementOrigin', 'DEFINITION', 'SEED');
export type ElementOrigin = keyof typeof ElementOrigin;

export const SourceKind = shared(
  'SourceKind',
  'DATASET',
  'LAW',
  'OFFICIAL',
  'MEDIA',
  'ORGANISATION',
);
export type SourceKind = keyof typeof SourceKind;

export const Via = shared('Via', 'ENTRY', 'IMPORT', 'SOURCE_IMPORT');
export type Via = keyof typeof Via;

export const Status = shared(
  'Status',
  'ACHIEVED',
  'ON_TRACK',
  'DELAYED',
  'OFF_TRACK',
  'MISSED',
  'REGRESSED',
  'NO_DATA',
  'NO_BASELINE',
  'NO_TARGET',
  'INVALID_CONFIG',
  'NOT_APPLICABLE',
  'SUPPRESSED',
);
export type Status = keyof typeof Status;

export const ReasonCode = shared(
  'ReasonCode',
  'NEW_SOURCE',
  'CORRECTION',
  'DEFINITION',
  'COVERAGE',
);
export type ReasonCode = keyof typeof ReasonCode;

export const ReviewDecision = shared('ReviewDecision', 'APPROVED', 'RETURNED', 'APPROVAL_UNDONE');
export type ReviewDecision = keyof typeof ReviewDecision;

export const Role = shared('Role', 'DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR');
export type Role = keyof typeof Role;

export const WorkingState = shared(
  'WorkingState',
  'EMPTY',
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
);
export type WorkingState = keyof typeof WorkingState;

export const PlanState = shared('PlanState', 'PROPOSED', 'CONFIRMED', 'REJECTED');
export type PlanState = keyof typeof PlanState;

export const PlanDecision = shared('PlanDecision', 'CONFIRM', 'REJECT');
export type PlanDecision = keyof typeof PlanDecision;

export const ReviewRemark = shared(
  'ReviewRemark',
  'RULE_HIT',
  'CORRECTION',
  'NO_VALUE',
  'FIRST_VALUE',
  'STAGE_MOVED',
  'NEW_SOURCE',
  'COMMENT',
  'CONVERSATION',
);

export const QualityClass = shared(
  'QualityClass',
  'notApplicable',
  'reported',
  'explained',
  'overdue',
  'notDue',
);
export const QualityMark = shared(
  'QualityMark',
  'LATE',
  'PROVISIONAL',
  'ESTIMATED',
  'REVISED',
  'OUTLIER',
);

export const Severity = shared('Severity', 'OK', 'WARN', 'ERROR');
export type Severity = keyof typeof Severity;

export const EvidenceKind = shared('EvidenceKind', 'FILE', 'LINK');
export type EvidenceKind = keyof typeof EvidenceKind;

export const ReopeningState = shared(
  'ReopeningState',
  'WAITING',
  'GRANTED',
  'DECLINED',
  'REVOKED',
  'EXPIRED',
);
export type ReopeningState = keyof typeof ReopeningState;
/** Which part of a figure about shelters is the number of centres. */
export const CentresIn = shared('CentresIn', 'VALUE', 'NUMERATOR', 'DENOMINATOR', 'ELSEWHERE');
export type CentresIn = keyof typeof CentresIn;

export const RegionalMethod = shared(
  'RegionalMethod',
  'SUM',
  'MEAN',
  'RATIO',
  'WEIGHTED_MEAN',
  'COUNT_YES',
);
export type RegionalMethod = keyof typeof RegionalMethod;

export const BreakKind = shared('BreakKind', 'definition', 'source', 'law', 'method');
export type BreakKind = keyof typeof BreakKind;

export const BenchmarkKind = shared('BenchmarkKind', 'RATE', 'SHARE');
export type BenchmarkKind = keyof typeof BenchmarkKind;

export const BenchmarkSense = shared('BenchmarkSense', 'AT_LEAST', 'AT_MOST');
export type BenchmarkSense = keyof typeof BenchmarkSense;

/** How the parts of a value add up: by values, by numerators and denominators, or not at all. */
export const Additive = shared('Additive', 'VALUE', 'RATIO', 'NONE');
export type Additive = keyof typeof Additive;
