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

/** How far an action or a law is (methods.md 1.13). */
export const LevelWord = shared('LevelWord', {
  DONE: 'DONE',
  MOSTLY_DONE: 'MOSTLY_DONE',
  UNDER_WAY: 'UNDER_WAY',
  BEGUN: 'BEGUN',
  NOT_BEGUN: 'NOT_BEGUN',
  PARTLY_KNOWN: 'PARTLY_KNOWN',
  NOT_KNOWN: 'NOT_KNOWN',
});
export type LevelWord = Values<typeof LevelWord>;

export const Movement = shared('Movement', {
  FORWARD: 'FORWARD',
  NONE: 'NONE',
  BACK: 'BACK',
  MIXED: 'MIXED',
  UNKNOWN: 'UNKNOWN',
});
export type Movement = Values<typeof Movement>;

/** What a fact about a law rests on. */
export const FactBasis = shared('FactBasis', { OFFICIAL: 'OFFICIAL', MEDIA: 'MEDIA' });
export type FactBasis = Values<typeof FactBasis>;

/** Where an element of a law comes from: its written definition, or the action's own words. */
export const ElementOrigin = shared('ElementOrigin', { DEFINITION: 'DEFINITION', SEED: 'SEED' });
export type ElementOrigin = Values<typeof ElementOrigin>;

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
  DELAYED: 'DELAYED',
  OFF_TRACK: 'OFF_TRACK',
  MISSED: 'MISSED',
  REGRESSED: 'REGRESSED',
  NO_DATA: 'NO_DATA',
  NO_BASELINE: 'NO_BASELINE',
  NO_TARGET: 'NO_TARGET',
  INVALID_CONFIG: 'INVALID_CONFIG',
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
/** Which part of a figure about shelters is the number of centres. */
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
