import type { InferKyselyTable } from '@mikro-orm/postgresql';
import type {
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
import type {
  PublishedAlternative,
  PublishedDocument,
  PublishedDocumentContent,
  PublishedTombstone,
  PublishedValue,
  PublishedValueDocument,
  PublishedWithheld,
} from '../features/publication/published-value.entity.ts';
import type {
  PublishedAssessment,
  PublishedEvent,
  PublishedSeriesBreak,
  PublishedTarget,
} from '../features/publication/published-progress.entity.ts';
import type { Release, PublishedRuleHits } from '../features/publication/release.entity.ts';
import type {
  AccountConfirmation,
  EmailChange,
  Invitation,
} from '../features/users/account-link.entity.ts';
import type { Action, ActionIndicator } from '../features/framework/action.entity.ts';
import type { Agreement } from '../features/agreements/agreement.entity.ts';
import type {
  Alternative,
  AlternativeChoice,
} from '../features/alternatives/alternative.entity.ts';
import type {
  AnnouncedMessage,
  AnnouncedReturn,
  Nudge,
} from '../features/notifications/announced.entity.ts';
import type { Notification } from '../features/outbox/notification.entity.ts';
import type { Area, Region } from '../features/countries/area.entity.ts';
import type { Assignment, Cycle } from '../features/cycles/cycle.entity.ts';
import type { AuditEvent } from '../features/audit/audit-event.entity.ts';
import type { Benchmark, Denominator } from '../features/framework/benchmark.entity.ts';
import type {
  DifferentCount,
  ReleasedCount,
  ReleasedTable,
} from '../features/releases/released-table.entity.ts';
import type { Event, SeriesBreak } from '../features/framework/event.entity.ts';
import type {
  Evidence,
  EvidenceContent,
  EvidenceMark,
  RevisionEvidence,
} from '../features/evidence/evidence.entity.ts';
import type { Follow, Follower, SavedView } from '../features/following/follow.entity.ts';
import type { HelpLine } from '../features/help-lines/help-line.entity.ts';
import type { IdempotentAnswer } from '../features/desk-changes/idempotent-answer.entity.ts';
import type { ImportJob, ImportRow } from '../features/imports/import-job.entity.ts';
import type { Indicator } from '../features/indicators/indicator.entity.ts';
import type { Message } from '../features/observations/message.entity.ts';
import type { MethodNote } from '../features/framework/method-note.entity.ts';
import type { Observation, Revision } from '../features/observations/observation.entity.ts';
import type { Organisation } from '../features/organisations/organisation.entity.ts';
import type { PlannedRelease } from '../features/releases/planned-release.entity.ts';
import type { Reopening } from '../features/observations/reopening.entity.ts';
import type { Review } from '../features/reviews/review.entity.ts';
import type { SeriesMapping } from '../features/imports/series-mapping.entity.ts';
import type { Session, SignInFailure, SignInPlace } from '../features/users/session.entity.ts';
import type { Source } from '../features/framework/source.entity.ts';
import type { Submission, SubmissionRevision } from '../features/observations/submission.entity.ts';
import type { Subscriber } from '../features/outbox/subscriber.entity.ts';
import type { TargetPlan } from '../features/targets/target-plan.entity.ts';
import type { UserAccount } from '../features/users/user-account.entity.ts';
import type {
  Withdrawal,
  WithdrawalCell,
  WithdrawnRow,
} from '../features/releases/withdrawals/withdrawal.entity.ts';

export interface PublicTables {
  'publication.action': InferKyselyTable<typeof PublishedAction>;
  'publication.action_indicator': InferKyselyTable<typeof PublishedActionIndicator>;
  'publication.alternative': InferKyselyTable<typeof PublishedAlternative>;
  'publication.area': InferKyselyTable<typeof PublishedArea>;
  'publication.assessment': InferKyselyTable<typeof PublishedAssessment>;
  'publication.assignment': InferKyselyTable<typeof PublishedAssignment>;
  'publication.benchmark': InferKyselyTable<typeof PublishedBenchmark>;
  'publication.body': InferKyselyTable<typeof PublishedBody>;
  'publication.contact': InferKyselyTable<typeof PublishedContact>;
  'publication.cycle': InferKyselyTable<typeof PublishedCycle>;
  'publication.document': InferKyselyTable<typeof PublishedDocument>;
  'publication.document_content': InferKyselyTable<typeof PublishedDocumentContent>;
  'publication.event': InferKyselyTable<typeof PublishedEvent>;
  'publication.help_line': InferKyselyTable<typeof PublishedHelpLine>;
  'publication.indicator': InferKyselyTable<typeof PublishedIndicator>;
  'publication.release': InferKyselyTable<typeof Release>;
  'publication.rule_hits': InferKyselyTable<typeof PublishedRuleHits>;
  'publication.series_break': InferKyselyTable<typeof PublishedSeriesBreak>;
  'publication.source': InferKyselyTable<typeof PublishedSource>;
  'publication.target': InferKyselyTable<typeof PublishedTarget>;
  'publication.tombstone': InferKyselyTable<typeof PublishedTombstone>;
  'publication.value': InferKyselyTable<typeof PublishedValue>;
  'publication.value_document': InferKyselyTable<typeof PublishedValueDocument>;
  'publication.withheld': InferKyselyTable<typeof PublishedWithheld>;
}

export interface Tables extends PublicTables {
  'work.account_confirmation': InferKyselyTable<typeof AccountConfirmation>;
  'work.action': InferKyselyTable<typeof Action>;
  'work.action_indicator': InferKyselyTable<typeof ActionIndicator>;
  'work.agreement': InferKyselyTable<typeof Agreement>;
  'work.alternative': InferKyselyTable<typeof Alternative>;
  'work.alternative_choice': InferKyselyTable<typeof AlternativeChoice>;
  'work.announced_message': InferKyselyTable<typeof AnnouncedMessage>;
  'work.announced_return': InferKyselyTable<typeof AnnouncedReturn>;
  'work.area': InferKyselyTable<typeof Area>;
  'work.assignment': InferKyselyTable<typeof Assignment>;
  'work.audit_event': InferKyselyTable<typeof AuditEvent>;
  'work.benchmark': InferKyselyTable<typeof Benchmark>;
  'work.cycle': InferKyselyTable<typeof Cycle>;
  'work.denominator': InferKyselyTable<typeof Denominator>;
  'work.different_count': InferKyselyTable<typeof DifferentCount>;
  'work.email_change': InferKyselyTable<typeof EmailChange>;
  'work.event': InferKyselyTable<typeof Event>;
  'work.evidence': InferKyselyTable<typeof Evidence>;
  'work.evidence_content': InferKyselyTable<typeof EvidenceContent>;
  'work.evidence_mark': InferKyselyTable<typeof EvidenceMark>;
  'work.follow': InferKyselyTable<typeof Follow>;
  'work.follower': InferKyselyTable<typeof Follower>;
  'work.help_line': InferKyselyTable<typeof HelpLine>;
  'work.idempotent_answer': InferKyselyTable<typeof IdempotentAnswer>;
  'work.import_job': InferKyselyTable<typeof ImportJob>;
  'work.import_row': InferKyselyTable<typeof ImportRow>;
  'work.indicator': InferKyselyTable<typeof Indicator>;
  'work.invitation': InferKyselyTable<typeof Invitation>;
  'work.message': InferKyselyTable<typeof Message>;
  'work.method_note': InferKyselyTable<typeof MethodNote>;
  'work.notification': InferKyselyTable<typeof Notification>;
  'work.nudge': InferKyselyTable<typeof Nudge>;
  'work.observation': InferKyselyTable<typeof Observation>;
  'work.organisation': InferKyselyTable<typeof Organisation>;
  'work.planned_release': InferKyselyTable<typeof PlannedRelease>;
  'work.region': InferKyselyTable<typeof Region>;
  'work.released_count': InferKyselyTable<typeof ReleasedCount>;
  'work.released_table': InferKyselyTable<typeof ReleasedTable>;
  'work.reopening': InferKyselyTable<typeof Reopening>;
  'work.review': InferKyselyTable<typeof Review>;
  'work.revision': InferKyselyTable<typeof Revision>;
  'work.revision_evidence': InferKyselyTable<typeof RevisionEvidence>;
  'work.saved_view': InferKyselyTable<typeof SavedView>;
  'work.series_break': InferKyselyTable<typeof SeriesBreak>;
  'work.series_mapping': InferKyselyTable<typeof SeriesMapping>;
  'work.session': InferKyselyTable<typeof Session>;
  'work.sign_in_failure': InferKyselyTable<typeof SignInFailure>;
  'work.sign_in_place': InferKyselyTable<typeof SignInPlace>;
  'work.source': InferKyselyTable<typeof Source>;
  'work.submission': InferKyselyTable<typeof Submission>;
  'work.submission_revision': InferKyselyTable<typeof SubmissionRevision>;
  'work.subscriber': InferKyselyTable<typeof Subscriber>;
  'work.target_plan': InferKyselyTable<typeof TargetPlan>;
  'work.user_account': InferKyselyTable<typeof UserAccount>;
  'work.withdrawal': InferKyselyTable<typeof Withdrawal>;
  'work.withdrawal_cell': InferKyselyTable<typeof WithdrawalCell>;
  'work.withdrawn_row': InferKyselyTable<typeof WithdrawnRow>;
}
