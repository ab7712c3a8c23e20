import { registerEnumType } from '@nestjs/graphql';

/** Enums that both schemas or several features use; each is registered once, under its name in the schema. */
function shared<const T extends Record<string, string>>(name: string, values: T): T {
  registerEnumType(values, { name });
  return values;
}

type Values<T> = T[keyof T];

export const Language = shared('Language', {
  en: 'en',
  ru: 'ru',
  kk: 'kk',
  ky: 'ky',
  tg: 'tg',
  uz: 'uz',
});
export type Language = Values<typeof Language>;

export const IndicatorKind = shared('IndicatorKind', {
  NUMERIC: 'NUMERIC',
  BINARY: 'BINARY',
  MILESTONE: 'MILESTONE',
});
export type IndicatorKind = Values<typeof IndicatorKind>;

export const Scope = shared('Scope', { COUNTRY: 'COUNTRY', REGION: 'REGION' });
export type Scope = Values<typeof Scope>;

export const ActionKind = shared('ActionKind', { PRIORITY: 'PRIORITY', FINDING: 'FINDING' });
export type ActionKind = Values<typeof ActionKind>;

export const Pillar = shared('Pillar', {
  WORK_TOGETHER: 'WORK_TOGETHER',
  REACH_EVERYONE: 'REACH_EVERYONE',
  ZERO_TOLERANCE: 'ZERO_TOLERANCE',
});
export type Pillar = Values<typeof Pillar>;

export const Direction = shared('Direction', {
  INCREASE: 'INCREASE',
  DECREASE: 'DECREASE',
  TOWARDS: 'TOWARDS',
  NONE: 'NONE',
});
export type Direction = Values<typeof Direction>;

export const ValueType = shared('ValueType', {
  STOCK: 'STOCK',
  FLOW: 'FLOW',
  CUMULATIVE: 'CUMULATIVE',
});
export type ValueType = Values<typeof ValueType>;

export const IndicatorRole = shared('IndicatorRole', {
  HEADLINE: 'HEADLINE',
  SUPPORTING: 'SUPPORTING',
  CONTEXT: 'CONTEXT',
});
export type IndicatorRole = Values<typeof IndicatorRole>;

export const MissingReason = shared('MissingReason', {
  NOT_COLLECTED: 'NOT_COLLECTED',
  NOT_SHARED: 'NOT_SHARED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  SUPPRESSED: 'SUPPRESSED',
});
export type MissingReason = Values<typeof MissingReason>;

export const TargetPath = shared('TargetPath', { LINEAR: 'LINEAR', COMPOUND: 'COMPOUND' });
export type TargetPath = Values<typeof TargetPath>;

export const EventScope = shared('EventScope', {
  FULL: 'FULL',
  PARTIAL: 'PARTIAL',
  CONTEXT: 'CONTEXT',
});
export type EventScope = Values<typeof EventScope>;

export const SourceKind = shared('SourceKind', {
  DATASET: 'DATASET',
  LAW: 'LAW',
  OFFICIAL: 'OFFICIAL',
  MEDIA: 'MEDIA',
  ORGANISATION: 'ORGANISATION',
});
export type SourceKind = Values<typeof SourceKind>;

export const Via = shared('Via', {
  ENTRY: 'ENTRY',
  IMPORT: 'IMPORT',
  SOURCE_IMPORT: 'SOURCE_IMPORT',
});
export type Via = Values<typeof Via>;

export const Status = shared('Status', {
  ACHIEVED: 'ACHIEVED',
  ON_TRACK: 'ON_TRACK',
  PENDING: 'PENDING',
  DELAYED: 'DELAYED',
  OFF_TRACK: 'OFF_TRACK',
  MISSED: 'MISSED',
  REGRESSED: 'REGRESSED',
  INSUFFICIENT_DATA: 'INSUFFICIENT_DATA',
  NO_DATA: 'NO_DATA',
  NO_BASELINE: 'NO_BASELINE',
  NO_TARGET: 'NO_TARGET',
  INVALID_CONFIG: 'INVALID_CONFIG',
  NO_INDICATORS: 'NO_INDICATORS',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  SUPPRESSED: 'SUPPRESSED',
});
export type Status = Values<typeof Status>;

export const ReasonCode = shared('ReasonCode', {
  NEW_SOURCE: 'NEW_SOURCE',
  CORRECTION: 'CORRECTION',
  DEFINITION: 'DEFINITION',
  COVERAGE: 'COVERAGE',
});
export type ReasonCode = Values<typeof ReasonCode>;

export const ReviewDecision = shared('ReviewDecision', {
  APPROVED: 'APPROVED',
  RETURNED: 'RETURNED',
  APPROVAL_UNDONE: 'APPROVAL_UNDONE',
});
export type ReviewDecision = Values<typeof ReviewDecision>;

export const Role = shared('Role', {
  DONOR: 'DONOR',
  REPORTER: 'REPORTER',
  OFFICER: 'OFFICER',
  ADMIN: 'ADMIN',
  AUDITOR: 'AUDITOR',
});
export type Role = Values<typeof Role>;

export const WorkingState = shared('WorkingState', {
  EMPTY: 'EMPTY',
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  APPROVED: 'APPROVED',
  PUBLISHED: 'PUBLISHED',
});
export type WorkingState = Values<typeof WorkingState>;

export const PlanState = shared('PlanState', {
  PROPOSED: 'PROPOSED',
  CONFIRMED: 'CONFIRMED',
  REJECTED: 'REJECTED',
});
export type PlanState = Values<typeof PlanState>;

export const PlanDecision = shared('PlanDecision', { CONFIRM: 'CONFIRM', REJECT: 'REJECT' });
export type PlanDecision = Values<typeof PlanDecision>;

export const ReviewRemark = shared('ReviewRemark', {
  RULE_HIT: 'RULE_HIT',
  CORRECTION: 'CORRECTION',
  NO_VALUE: 'NO_VALUE',
  FIRST_VALUE: 'FIRST_VALUE',
  STAGE_MOVED: 'STAGE_MOVED',
  NEW_SOURCE: 'NEW_SOURCE',
  COMMENT: 'COMMENT',
  CONVERSATION: 'CONVERSATION',
});

export const QualityClass = shared('QualityClass', {
  notApplicable: 'notApplicable',
  reported: 'reported',
  explained: 'explained',
  overdue: 'overdue',
  notDue: 'notDue',
});
export const QualityMark = shared('QualityMark', {
  LATE: 'LATE',
  PROVISIONAL: 'PROVISIONAL',
  ESTIMATED: 'ESTIMATED',
  REVISED: 'REVISED',
  OUTLIER: 'OUTLIER',
});

export const Severity = shared('Severity', { OK: 'OK', WARN: 'WARN', ERROR: 'ERROR' });
export type Severity = Values<typeof Severity>;

export const EvidenceKind = shared('EvidenceKind', { FILE: 'FILE', LINK: 'LINK' });
export type EvidenceKind = Values<typeof EvidenceKind>;

export const ReopeningState = shared('ReopeningState', {
  WAITING: 'WAITING',
  GRANTED: 'GRANTED',
  DECLINED: 'DECLINED',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
});
export type ReopeningState = Values<typeof ReopeningState>;
/** Where a figure about shelters says how many centres stand behind it. */
export const CentresIn = shared('CentresIn', {
  VALUE: 'VALUE',
  NUMERATOR: 'NUMERATOR',
  DENOMINATOR: 'DENOMINATOR',
  ELSEWHERE: 'ELSEWHERE',
});
export type CentresIn = Values<typeof CentresIn>;

export const RegionalMethod = shared('RegionalMethod', {
  SUM: 'SUM',
  MEAN: 'MEAN',
  RATIO: 'RATIO',
  WEIGHTED_MEAN: 'WEIGHTED_MEAN',
  COUNT_YES: 'COUNT_YES',
});
export type RegionalMethod = Values<typeof RegionalMethod>;

export const BreakKind = shared('BreakKind', {
  definition: 'definition',
  source: 'source',
  law: 'law',
  method: 'method',
});
export type BreakKind = Values<typeof BreakKind>;

export const BenchmarkKind = shared('BenchmarkKind', { RATE: 'RATE', SHARE: 'SHARE' });
export type BenchmarkKind = Values<typeof BenchmarkKind>;

export const BenchmarkSense = shared('BenchmarkSense', {
  AT_LEAST: 'AT_LEAST',
  AT_MOST: 'AT_MOST',
});
export type BenchmarkSense = Values<typeof BenchmarkSense>;

/** How the parts of a value add up: by values, by numerators and denominators, or not at all. */
export const Additive = shared('Additive', { VALUE: 'VALUE', RATIO: 'RATIO', NONE: 'NONE' });
export type Additive = Values<typeof Additive>;
