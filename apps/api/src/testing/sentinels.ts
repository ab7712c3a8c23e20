import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Agreement } from '../features/agreements/agreement.entity.ts';
import { Alternative, AlternativeChoice } from '../features/alternatives/alternative.entity.ts';
import { recordEvent } from '../features/audit/chain.ts';
import { Area, Region } from '../features/countries/area.entity.ts';
import { Assignment, Cycle } from '../features/cycles/cycle.entity.ts';
import { IdempotentAnswer } from '../features/desk-changes/idempotent-answer.entity.ts';
import {
  Evidence,
  EvidenceContent,
  EvidenceMark,
  RevisionEvidence,
} from '../features/evidence/evidence.entity.ts';
import { Follow, Follower, SavedView } from '../features/following/follow.entity.ts';
import { Action, ActionIndicator } from '../features/framework/action.entity.ts';
import { Benchmark, Denominator } from '../features/framework/benchmark.entity.ts';
import { Event, SeriesBreak } from '../features/framework/event.entity.ts';
import { MethodNote } from '../features/framework/method-note.entity.ts';
import { Source } from '../features/framework/source.entity.ts';
import { ValidationRule } from '../features/framework/validation-rule.entity.ts';
import { HelpLine } from '../features/help-lines/help-line.entity.ts';
import { ImportJob, ImportRow } from '../features/imports/import-job.entity.ts';
import { SeriesMapping } from '../features/imports/series-mapping.entity.ts';
import { Indicator } from '../features/indicators/indicator.entity.ts';
import {
  AnnouncedMessage,
  AnnouncedReturn,
  Nudge,
} from '../features/notifications/announced.entity.ts';
import { Message } from '../features/observations/message.entity.ts';
import { Observation } from '../features/observations/observation.entity.ts';
import {
  SignatureRequest,
  SignatureRequestRevision,
} from '../features/observations/signature-request.entity.ts';
import { Submission, SubmissionRevision } from '../features/observations/submission.entity.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { Notification } from '../features/outbox/notification.entity.ts';
import { ApiToken } from '../features/api-tokens/api-token.entity.ts';
import { FileShape } from '../features/imports/file-shape.entity.ts';
import { Subscriber } from '../features/outbox/subscriber.entity.ts';
import { PlannedRelease } from '../features/releases/planned-release.entity.ts';
import { DifferentCount } from '../features/releases/released-table.entity.ts';
import { Withdrawal } from '../features/releases/withdrawals/withdrawal.entity.ts';
import { Reopening } from '../features/observations/reopening.entity.ts';
import { Review } from '../features/reviews/review.entity.ts';
import { TargetPlan } from '../features/targets/target-plan.entity.ts';
import {
  AccountConfirmation,
  EmailChange,
  Invitation,
} from '../features/users/account-link.entity.ts';
import { Session, SignInFailure, SignInPlace } from '../features/users/session.entity.ts';
import {
  Authenticator,
  Passkey,
  PasskeyChallenge,
  RecoveryCode,
  UnfinishedSignIn,
} from '../features/users/second-factor/second-factor.entity.ts';
import { ExternalIdentity } from '../features/users/single-sign-on/external-identity.entity.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import { Webhook, WebhookDelivery } from '../features/webhooks/webhook.entity.ts';
import { reportFigures } from './approved-figures.ts';

/** If a public answer holds one of these, something has leaked. */
export const SENTINEL = 'SENTINEL-NOT-PUBLISHED';
export const SENTINEL_FIGURE = '271828182845';

const TEXT = { en: SENTINEL, ru: SENTINEL };
const BYTES = Buffer.from(SENTINEL);
const FIGURE = { indicator: 'A5.8', area: 'KAZ' };
const WHOLE = { sex: '_T', age: '_T', urbanisation: '_T', region: '_T', breakdown: '_T' };

/** Adds an unpublished row to every working table, and changes of the framework that are in no release yet. */
export async function plantSentinels(em: EntityManager): Promise<void> {
  const figure = { ...FIGURE, value: SENTINEL_FIGURE };
  await reportFigures(em, [{ ...figure, year: 2019 }], { state: 'DRAFT' });
  await reportFigures(em, [{ ...figure, year: 2018 }], { state: 'SUBMITTED' });
  await reportFigures(em, [{ ...figure, year: 2017 }], { state: 'RETURNED' });
  await reportFigures(em, [{ ...figure, year: 2016 }]);
  await reportFigures(em, [{ ...figure, year: 2015 }], { state: 'APPROVED', sample: true });
  const user = randomUUID();
  await em.insert(UserAccount, {
    ...{ id: user, email: 'sentinel@demo.example', name: SENTINEL, role: 'DONOR' },
    passwordHash: 'x',
  });
  const organisation = randomUUID();
  const mailbox = `${SENTINEL}@office.example`;
  await em.insert(Organisation, {
    ...{ id: organisation, code: SENTINEL, area: 'KAZ', names: TEXT, mailbox },
  });
  await plantFramework(em, user, organisation);
  const observation = await em.findOneOrFail(Observation, {
    ...{ indicator: 'A5.8', year: 2018, state: 'SUBMITTED' },
  });
  await plantReporting(em, user, organisation, observation);
  await plantEvidence(em, user, organisation, observation);
  await plantImports(em, user, organisation);
  await plantPrograms(em, user, organisation);
  await plantAccounts(em, user);
  await plantFactors(em, user);
  await plantMails(em, user);
  await em.transactional((tx) =>
    recordEvent(tx, null, 'SAVE_VALUE', SENTINEL, {
      after: { value: SENTINEL_FIGURE },
    }),
  );
}

async function plantFramework(em: EntityManager, user: string, organisation: string) {
  await em.insert(Area, {
    ...{ code: 'ZZZ', kind: 'COUNTRY', timeZone: 'UTC', names: TEXT, position: 99 },
  });
  await em.insert(Region, { code: SENTINEL, area: 'KAZ', names: TEXT, position: 99 });
  await em.insert(Source, {
    ...{ id: SENTINEL, title: SENTINEL, publisher: 'x', licence: 'x', kind: 'OFFICIAL' },
  });
  await em.insert(Denominator, {
    ...{ area: 'KAZ', year: 2030, kind: SENTINEL, value: SENTINEL_FIGURE, source: SENTINEL },
  });
  await em.insert(Action, {
    ...{ code: 'Z9', kind: 'PRIORITY', scope: 'COUNTRY', title: TEXT, reading: TEXT, position: 99 },
  });
  const { unit, decimals, direction, valueType, regionalMethod, sensitive, whole, ...known } =
    await em.findOneOrFail(Indicator, 'A5.8');
  await em.insert(Indicator, {
    ...{ unit, decimals, direction, valueType, regionalMethod, sensitive, whole },
    ...{ kind: known.kind, scope: known.scope, sheet: known.sheet, stages: null },
    ...{ code: 'Z9.1', unitText: TEXT, name: TEXT, definition: TEXT, position: 99 },
  });
  await em.nativeUpdate(Indicator, 'A5.8', { name: TEXT });
  await em.insert(ActionIndicator, {
    ...{ action: 'A1', indicator: 'Z9.1', role: 'HEADLINE', position: 99 },
  });
  await em.insert(MethodNote, {
    ...{ action: 'A1', reason: SENTINEL, before: [], after: [], author: user },
  });
  await em.insert(ValidationRule, {
    code: 'R9',
    left: { terms: [{ indicator: 'A5.8', figure: 'VALUE', factor: '1' }], constant: null },
    operator: 'LE',
    right: { terms: [], constant: SENTINEL_FIGURE },
    ...{ missing: 'SKIP_IF_ANY_VALUE_MISSING', severity: 'WARN', message: TEXT, active: true },
  });
  await em.insert(Benchmark, {
    ...{ id: SENTINEL, indicator: 'A5.8', value: '1', kind: 'RATE', sense: 'AT_LEAST' },
    ...{ label: TEXT, citation: TEXT },
  });
  await em.insert(SeriesBreak, { ...FIGURE, year: 2011, kind: 'law', note: TEXT });
  await em.insert(Event, {
    ...{ id: SENTINEL, ...FIGURE, date: '2020', year: 2020, text: TEXT, source: SENTINEL },
  });
  const other = { ...FIGURE, year: 2020, source: SENTINEL, value: SENTINEL_FIGURE };
  await em.insert(Alternative, { ...other, note: TEXT, chosen: TEXT });
  await em.insert(AlternativeChoice, { ...other, why: TEXT, decidedBy: user });
  await em.insert(Cycle, {
    ...{ year: 2031, opensOn: '2032-01-01', dueOn: '2032-01-02', closesOn: '2032-01-03' },
  });
  await em.insert(Assignment, { cycle: 2031, ...FIGURE, organisation, person: user });
  await em.insert(HelpLine, { area: 'KAZ', lang: 'en', text: SENTINEL, updatedBy: user });
  await em.insert(DifferentCount, {
    ...{ count: 'A5.10', other: 'A5.8', reason: SENTINEL, statedBy: user },
  });
  const plan = { area: 'KAZ', path: 'LINEAR', reference: false, rationale: TEXT } as const;
  const points = [{ year: 2030, value: SENTINEL_FIGURE }];
  await em.insertMany(TargetPlan, [
    {
      ...{ id: randomUUID(), indicator: 'A5.8', version: 7, state: 'PROPOSED', ...plan },
      ...{ points, proposedBy: user },
    },
    {
      ...{ id: randomUUID(), indicator: 'A1.6', version: 8, state: 'CONFIRMED', ...plan },
      ...{ points, proposedBy: user },
    },
  ]);
}

async function plantReporting(
  em: EntityManager,
  user: string,
  organisation: string,
  observation: Observation,
) {
  const submission = randomUUID();
  await em.insert(Submission, {
    ...{ id: submission, number: SENTINEL, cycle: 2031, area: 'KAZ' },
    ...{ note: SENTINEL, submittedBy: user },
  });
  const { id, currentRevision: revision } = observation;
  await em.insert(SubmissionRevision, { submission, revision });
  const request = randomUUID();
  await em.insert(SignatureRequest, {
    ...{ id: request, cycle: 2031, area: 'KAZ', preparedBy: user },
    ...{ note: SENTINEL, comment: SENTINEL },
  });
  await em.insert(SignatureRequestRevision, { request, revision, version: 1, area: 'KAZ' });
  const review = randomUUID();
  await em.insert(Review, {
    ...{ id: review, observation: id, revision, decision: 'RETURNED', reason: SENTINEL },
    reviewer: user,
  });
  await em.insert(AnnouncedReturn, { review, announcedAt: new Date() });
  const message = randomUUID();
  await em.insert(Message, { id: message, observation: id, author: user, text: SENTINEL });
  await em.insert(AnnouncedMessage, { message, announcedAt: new Date() });
  const cell = { ...FIGURE, year: 2018, reason: SENTINEL };
  await em.insert(Reopening, { id: randomUUID(), ...cell, person: user });
  await em.insert(Withdrawal, { id: randomUUID(), ...cell, ...WHOLE, requestedBy: user });
  await em.insert(PlannedRelease, {
    ...{ id: randomUUID(), asOfYear: 2025, annual: true, note: TEXT, previewHash: SENTINEL },
    ...{ publishAt: tomorrow(), plannedBy: user },
  });
}

/** The evidence is marked public, too: before a release, even that must show nothing. */
async function plantEvidence(
  em: EntityManager,
  user: string,
  organisation: string,
  observation: Observation,
) {
  const evidence = randomUUID();
  await em.insert(Evidence, {
    ...{ id: evidence, area: 'KAZ', kind: 'FILE', title: SENTINEL, mediaType: 'application/pdf' },
    ...{ size: 1, sha256: SENTINEL, addedBy: user },
  });
  await em.insert(EvidenceContent, { evidence, content: BYTES });
  await em.insert(EvidenceMark, { evidence, public: true, markedBy: user });
  await em.insert(RevisionEvidence, {
    ...{ revision: observation.currentRevision, evidence, attached: true, author: user },
  });
  await em.insert(Agreement, {
    ...{ id: randomUUID(), organisation, area: 'KAZ', signedOn: '2020-01-01' },
    ...{ document: evidence, note: SENTINEL, recordedBy: user },
  });
}

async function plantImports(em: EntityManager, user: string, organisation: string) {
  const job = randomUUID();
  await em.insert(ImportJob, {
    ...{ id: job, area: 'KAZ', cycle: 2031, fileName: SENTINEL, content: BYTES },
    ...{ state: 'CHECKED', createdBy: user, summary: null, columnChoice: null },
  });
  await em.insert(ImportRow, {
    ...{ job, number: 1, line: 1, verdict: 'NEW', severity: 'OK', typed: SENTINEL_FIGURE },
    ...{ cell: null, content: null, source: null },
  });
  await em.insert(SeriesMapping, {
    ...{ area: 'KAZ', format: 'csv', series: SENTINEL, indicator: 'A5.8', note: SENTINEL },
    mappedBy: user,
  });
  await em.insert(FileShape, {
    ...{ area: 'KAZ', organisation, shape: SENTINEL, columnChoice: null },
  });
}

async function plantPrograms(em: EntityManager, user: string, organisation: string) {
  await em.insert(ApiToken, {
    ...{ id: randomUUID(), area: 'KAZ', organisation, name: SENTINEL, tokenHash: SENTINEL },
    ...{ createdBy: user, endsAt: tomorrow() },
  });
  const webhook = randomUUID();
  await em.insert(Webhook, {
    ...{ id: webhook, area: 'KAZ', url: `https://${SENTINEL}.example`, events: ['RELEASED'] },
    ...{ sealedSecret: SENTINEL, createdBy: user },
  });
  await em.insert(WebhookDelivery, {
    ...{ id: randomUUID(), webhook, event: 'RELEASED', subject: SENTINEL, body: { of: TEXT } },
  });
}

async function plantFactors(em: EntityManager, user: string) {
  await em.insert(Authenticator, { userAccount: user, sealedSecret: SENTINEL, lastStep: 1 });
  await em.insert(Passkey, {
    ...{ id: randomUUID(), userAccount: user, credential: SENTINEL, publicKey: SENTINEL },
    ...{ counter: 1, transports: [], name: SENTINEL },
  });
  await em.insert(PasskeyChallenge, { challenge: SENTINEL, userAccount: user, purpose: 'SHOW' });
  await em.insert(RecoveryCode, { userAccount: user, codeHash: SENTINEL });
  await em.insert(UnfinishedSignIn, { tokenHash: SENTINEL, userAccount: user });
  await em.insert(ExternalIdentity, { issuer: SENTINEL, subject: SENTINEL, userAccount: user });
}

async function plantAccounts(em: EntityManager, user: string) {
  const now = new Date();
  await em.insert(Session, { tokenHash: SENTINEL, userAccount: user });
  await em.insert(SignInFailure, { key: SENTINEL, failures: 1, lastFailedAt: now });
  await em.insert(SignInPlace, { key: SENTINEL, lastSignedInAt: now });
  await em.insert(IdempotentAnswer, {
    ...{ userAccount: user, key: SENTINEL, requestHash: 'x', answer: { of: TEXT } },
  });
  const link = { userAccount: user, tokenHash: SENTINEL, createdBy: user, expiresAt: tomorrow() };
  await em.insert(Invitation, { id: randomUUID(), ...link });
  await em.insert(EmailChange, { id: randomUUID(), ...link, email: SENTINEL.toLowerCase() });
  await em.insert(AccountConfirmation, { userAccount: user, act: 'INVITED', askedBy: user });
  await em.insert(Follow, { userAccount: user, kind: 'ACTION', code: SENTINEL });
  await em.insert(SavedView, {
    ...{ id: randomUUID(), userAccount: user, name: SENTINEL, path: `/en/search#${SENTINEL}` },
  });
  await em.insert(Follower, { userAccount: user, lookedAt: now, lookedRelease: SENTINEL });
}

async function plantMails(em: EntityManager, user: string) {
  const now = new Date();
  await em.insert(Subscriber, {
    ...{ id: randomUUID(), email: `${SENTINEL}@reader.example`, language: 'en' },
    ...{ kind: 'EVERYTHING', askedAt: now, confirmedAt: now },
  });
  await em.insert(Notification, {
    ...{ id: randomUUID(), key: SENTINEL, kind: 'DIGEST', recipient: user, language: 'en' },
    ...{ subject: SENTINEL, text: SENTINEL, html: SENTINEL, job: randomUUID() },
    ...{ createdAt: now, changedAt: now },
  });
  await em.insert(Nudge, {
    ...{ id: randomUUID(), area: 'KAZ', cycle: 2031, officer: user, nudgedAt: now },
  });
}

const tomorrow = (): Date => new Date(Date.now() + 86_400_000);
