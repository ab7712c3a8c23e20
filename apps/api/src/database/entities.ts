import {
  PublishedAction,
  PublishedActionIndicator,
  PublishedArea,
  PublishedAssignment,
  PublishedBenchmark,
  PublishedBody,
  PublishedContact,
  PublishedCycle,
  PublishedHelpLine,
  PublishedIndicator,
  PublishedSource,
} from '../features/publication/published-framework.entity.ts';
import {
  PublishedAlternative,
  PublishedDocument,
  PublishedDocumentContent,
  PublishedTombstone,
  PublishedValue,
  PublishedValueDocument,
  PublishedWithheld,
} from '../features/publication/published-value.entity.ts';
import {
  PublishedAssessment,
  PublishedEvent,
  PublishedSeriesBreak,
  PublishedTarget,
} from '../features/publication/published-progress.entity.ts';
import { Release, PublishedRuleHits } from '../features/publication/release.entity.ts';
import {
  AccountConfirmation,
  EmailChange,
  Invitation,
} from '../features/users/account-link.entity.ts';
import { Action, ActionIndicator } from '../features/framework/action.entity.ts';
import { Agreement } from '../features/agreements/agreement.entity.ts';
import { Alternative, AlternativeChoice } from '../features/alternatives/alternative.entity.ts';
import {
  AnnouncedMessage,
  AnnouncedReturn,
  Nudge,
} from '../features/notifications/announced.entity.ts';
import { Notification } from '../features/outbox/notification.entity.ts';
import { Area, Region } from '../features/countries/area.entity.ts';
import { Assignment, Cycle } from '../features/cycles/cycle.entity.ts';
import { AuditEvent } from '../features/audit/audit-event.entity.ts';
import { Benchmark, Denominator } from '../features/framework/benchmark.entity.ts';
import {
  DifferentCount,
  ReleasedCount,
  ReleasedTable,
} from '../features/releases/released-table.entity.ts';
import { Event, SeriesBreak } from '../features/framework/event.entity.ts';
import {
  Evidence,
  EvidenceContent,
  EvidenceMark,
  RevisionEvidence,
} from '../features/evidence/evidence.entity.ts';
import { Follow, Follower, SavedView } from '../features/following/follow.entity.ts';
import { HelpLine } from '../features/help-lines/help-line.entity.ts';
import { IdempotentAnswer } from '../features/desk-changes/idempotent-answer.entity.ts';
import { ImportJob, ImportRow } from '../features/imports/import-job.entity.ts';
import { Indicator } from '../features/indicators/indicator.entity.ts';
import { Message } from '../features/observations/message.entity.ts';
import { MethodNote } from '../features/framework/method-note.entity.ts';
import { Observation, Revision } from '../features/observations/observation.entity.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { PlannedRelease } from '../features/releases/planned-release.entity.ts';
import { Reopening } from '../features/observations/reopening.entity.ts';
import { Review } from '../features/reviews/review.entity.ts';
import { SeriesMapping } from '../features/imports/series-mapping.entity.ts';
import { Session, SignInFailure, SignInPlace } from '../features/users/session.entity.ts';
import { Source } from '../features/framework/source.entity.ts';
import { Submission, SubmissionRevision } from '../features/observations/submission.entity.ts';
import { Subscriber } from '../features/outbox/subscriber.entity.ts';
import { TargetPlan } from '../features/targets/target-plan.entity.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import {
  Withdrawal,
  WithdrawalCell,
  WithdrawnRow,
} from '../features/releases/withdrawals/withdrawal.entity.ts';

/** Of schema `publication`. */
export const publicEntities = [
  PublishedAction,
  PublishedActionIndicator,
  PublishedAlternative,
  PublishedArea,
  PublishedAssessment,
  PublishedAssignment,
  PublishedBenchmark,
  PublishedBody,
  PublishedContact,
  PublishedCycle,
  PublishedDocument,
  PublishedDocumentContent,
  PublishedEvent,
  PublishedHelpLine,
  PublishedIndicator,
  Release,
  PublishedRuleHits,
  PublishedSeriesBreak,
  PublishedSource,
  PublishedTarget,
  PublishedTombstone,
  PublishedValue,
  PublishedValueDocument,
  PublishedWithheld,
] as const;

/** Of schema `work`. */
export const workEntities = [
  AccountConfirmation,
  Action,
  ActionIndicator,
  Agreement,
  Alternative,
  AlternativeChoice,
  AnnouncedMessage,
  AnnouncedReturn,
  Area,
  Assignment,
  AuditEvent,
  Benchmark,
  Cycle,
  Denominator,
  DifferentCount,
  EmailChange,
  Event,
  Evidence,
  EvidenceContent,
  EvidenceMark,
  Follow,
  Follower,
  HelpLine,
  IdempotentAnswer,
  ImportJob,
  ImportRow,
  Indicator,
  Invitation,
  Message,
  MethodNote,
  Notification,
  Nudge,
  Observation,
  Organisation,
  PlannedRelease,
  Region,
  ReleasedCount,
  ReleasedTable,
  Reopening,
  Review,
  Revision,
  RevisionEvidence,
  SavedView,
  SeriesBreak,
  SeriesMapping,
  Session,
  SignInFailure,
  SignInPlace,
  Source,
  Submission,
  SubmissionRevision,
  Subscriber,
  TargetPlan,
  UserAccount,
  Withdrawal,
  WithdrawalCell,
  WithdrawnRow,
] as const;

export const entities = [...publicEntities, ...workEntities];
