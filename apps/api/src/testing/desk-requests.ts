import { randomUUID } from 'node:crypto';
import type {
  Evidence,
  EvidencePayload,
  EvidenceQuota,
} from '../features/evidence/evidence.type.ts';
import type { AreaName } from '../features/organisations/organisation.type.ts';
import type {
  ConfirmStagesPayload,
  Duty,
  PublishedYear,
  ReturnForm,
  SubmitReturnPayload,
} from '../features/returns/returns.type.ts';
import type {
  RequireSignaturePayload,
  SignatureRequest,
} from '../features/returns/signature-request.type.ts';
import type { WorkObservation } from '../features/returns/work-observation.type.ts';
import type { Reopening, ReopeningPayload } from '../features/observations/reopening.type.ts';
import type { FormCell } from '../features/returns/form-cell.type.ts';
import type { ApproveReturnPayload } from '../features/reviews/review.type.ts';
import type { Problem } from '../graphql/problem.type.ts';
import type { ReviewQueue } from '../features/returns/review-queue.type.ts';
import type {
  TargetDesk,
  TargetGrid,
  TargetGridPayload,
  TargetPayload,
} from '../features/targets/targets.type.ts';
import type { Answer, TestApp } from './harness.ts';

const REVISION = `id number value numerator denominator missingReason obsStatus sourceText factDate provision basis body { text } period comment
  reason via author { id name role } createdAt`;
const EVIDENCE = `id area kind title mediaType size sha256 url public addedBy { name }`;
const REOPENING = `id area year indicator state person { id name } reason until note decidedBy { name }`;
const ALTERNATIVE = `source value sourceTitle publisher sourceUrl note { text } chosen { text } recordedBy { name }`;
const CELL = `indicator part { sex age breakdown } element { code name { text } } lastFact { stage date provision basis } indicatorName { text } name { text } state version id clearable editable lastSource lastNote lock reopening { ${REOPENING} } sample baselineYear returnReason messages assigned prepared body { text } openQuestion { text author { name } }
  ratio actions history { year value status } current { ${REVISION} }
  hits { rule code severity params { name value } }`;
const OBSERVATION = `id indicator element { code } lastFact { stage date provision basis } indicatorName { text } whole area year state version sample current { ${REVISION} }
  published { ${REVISION} } revisions { ${REVISION} } remarks openQuestion { id text } answer { text } messages { id text question author { name role } }
  reviews { decision reason revision reviewer { name } } hits { rule code severity }
  history { year value status } evidence { ${EVIDENCE} } alternatives { ${ALTERNATIVE} }`;
const PREPARED = `id state values years { year values } maySign preparedBy { name } decidedBy { name } comment`;
const PROBLEMS = `problems { code field params { name value } }`;
const FORM = `area cycle daysLeft handedInWith mayEdit cells { ${CELL}
    largeTable { parts filled { state parts } cells { part { sex age urbanisation region breakdown } state version returnReason current { value } } } table { additive axes { dimension codes { code name { text } } } cells { ${CELL} } } }
  submissions { id number cells recallable recalledAt note letter { ${EVIDENCE} } submittedBy { name } signedBy { name } }
  secondSignature prepared { ${PREPARED} }`;

/** Every mutation of the reporting desks as a document; tests give the input. */
export const MUTATIONS = {
  saveValue: `mutation ($input: SaveValueInput!) { saveValue(input: $input) { cell { ${CELL} } ${PROBLEMS} } }`,
  confirmStages: `mutation ($input: ConfirmStagesInput!) { confirmStages(input: $input) { cells { ${CELL} } ${PROBLEMS} } }`,
  submitReturn: `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) {
    submission { id number cells recallable recalledAt } prepared { ${PREPARED} } form { ${FORM} } ${PROBLEMS} } }`,
  signReturn: `mutation ($input: SignReturnInput!) { signReturn(input: $input) {
    submission { id number cells submittedBy { name } signedBy { name } } ${PROBLEMS} } }`,
  giveBackReturn: `mutation ($input: GiveBackReturnInput!) { giveBackReturn(input: $input) { prepared { ${PREPARED} } ${PROBLEMS} } }`,
  requireSignature: `mutation ($input: RequireSignatureInput!) { requireSignature(input: $input) { rules { area required reporters waiting } ${PROBLEMS} } }`,
  recallSubmission: `mutation ($input: RecallSubmissionInput!) { recallSubmission(input: $input) {
    submission { id recallable recalledAt } form { ${FORM} } ${PROBLEMS} } }`,
  writeMessage: `mutation ($input: WriteMessageInput!) { writeMessage(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  returnValue: `mutation ($input: ReturnValueInput!) { returnValue(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  approveValues: `mutation ($input: ApproveValuesInput!) { approveValues(input: $input) { batch observations { ${OBSERVATION} } ${PROBLEMS} } }`,
  approveReturn: `mutation ($input: ApproveReturnInput!) { approveReturn(input: $input) { batch approved ${PROBLEMS} } }`,
  undoApprovals: `mutation ($input: UndoApprovalsInput!) { undoApprovals(input: $input) { batch observations { ${OBSERVATION} } ${PROBLEMS} } }`,
  askReporter: `mutation ($input: AskReporterInput!) { askReporter(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  undoApproval: `mutation ($input: UndoApprovalInput!) { undoApproval(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  correctValue: `mutation ($input: CorrectValueInput!) { correctValue(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  proposeTarget: `mutation ($input: ProposeTargetInput!) { proposeTarget(input: $input) { row { indicator plans { id version state baselineYear baselineValue
    points { year value } tolerance reference rationale { lang text } proposedBy { name } decidedBy { name } } } ${PROBLEMS} } }`,
  proposeTargets: `mutation ($input: ProposeTargetsInput!) { proposeTargets(input: $input) { grid { areas { area row { plans { version state rationale { text } } } } } ${PROBLEMS} } }`,
  decideTarget: `mutation ($input: DecideTargetInput!) { decideTarget(input: $input) { row { plans { id version state decidedBy { name } } } ${PROBLEMS} } }`,
  addEvidenceLink: `mutation ($input: AddEvidenceLinkInput!) { addEvidenceLink(input: $input) { evidence { ${EVIDENCE} } ${PROBLEMS} } }`,
  attachEvidence: `mutation ($input: AttachEvidenceInput!) { attachEvidence(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  markEvidence: `mutation ($input: MarkEvidenceInput!) { markEvidence(input: $input) { evidence { ${EVIDENCE} } ${PROBLEMS} } }`,
  requestReopen: `mutation ($input: RequestReopenInput!) { requestReopen(input: $input) { reopening { ${REOPENING} } ${PROBLEMS} } }`,
  grantReopen: `mutation ($input: GrantReopenInput!) { grantReopen(input: $input) { reopening { ${REOPENING} } ${PROBLEMS} } }`,
  declineReopen: `mutation ($input: DeclineReopenInput!) { declineReopen(input: $input) { reopening { ${REOPENING} } ${PROBLEMS} } }`,
  revokeReopen: `mutation ($input: RevokeReopenInput!) { revokeReopen(input: $input) { reopening { ${REOPENING} } ${PROBLEMS} } }`,
  recordAlternative: `mutation ($input: RecordAlternativeInput!) { recordAlternative(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
  chooseAlternative: `mutation ($input: ChooseAlternativeInput!) { chooseAlternative(input: $input) { observation { ${OBSERVATION} } ${PROBLEMS} } }`,
} as const;
export type MutationName = keyof typeof MUTATIONS;

const QUERIES = {
  reportingAreas: `query { reportingAreas(lang: en) { code name { text } } }`,
  preparedReturns: `query { preparedReturns(lang: en) { area ${PREPARED} } }`,
  duties: `query { duties(lang: en) { area areaName { lang text } cycle opensOn dueOn daysLeft assigned filled submitted returned asked approved } }`,
  returnForm: `query ($area: ID!, $cycle: Int!) { returnForm(area: $area, cycle: $cycle, lang: en) { areaName { text } ${FORM} } }`,
  publishedYears: `query ($area: ID!) { publishedYears(area: $area) { year published correcting submitted } }`,
  workObservation: `query ($id: ID!) { workObservation(id: $id, lang: en) { ${OBSERVATION} } }`,
  reviewQueue: `query ($area: ID, $submission: ID) { reviewQueue(lang: en, area: $area, submission: $submission) { submitted { ${OBSERVATION} } approved { ${OBSERVATION} } returned { ${OBSERVATION} } batches { batch values undoableUntil reviewer { name } }
    returns { id number area cycle organisation { text } submittedBy { name } signedBy { name } submittedAt note letter { title } handedIn waiting observations } } }`,
  targetGrid: `query ($indicator: ID!) { targetGrid(indicator: $indicator, lang: en) { indicator areas { area areaName { text }
    row { direction history { year value } plans { version state } } } } }`,
  targetDesk: `query ($area: ID!) { targetDesk(area: $area, lang: en) { area rows { indicator direction history { year value status }
    stages { text } plans { id version state reference rationale { text } } } } }`,
  evidence: `query ($area: ID!) { evidence(area: $area) { ${EVIDENCE} } }`,
  evidenceQuota: `query ($area: ID!) { evidenceQuota(area: $area) { usedKilobytes maxKilobytes } }`,
  reopenings: `query ($area: ID) { reopenings(lang: en, area: $area) { ${REOPENING} } }`,
} as const;

/** Fields that a test asked for are never null or missing; where they are, the test fails. */
type Certain<T> = T extends string | number | boolean
  ? T
  : T extends (infer U)[]
    ? Certain<U>[]
    : { [K in keyof T]: Certain<NonNullable<T[K]>> };

interface ChangedObservation {
  observation: WorkObservation | null;
  problems: Problem[];
}

interface ChangedObservations {
  batch: string | null;
  observations: WorkObservation[];
  problems: Problem[];
}

interface Changed {
  saveValue: { cell: FormCell | null; problems: Problem[] };
  confirmStages: ConfirmStagesPayload;
  submitReturn: SubmitReturnPayload;
  signReturn: SubmitReturnPayload;
  giveBackReturn: SubmitReturnPayload;
  requireSignature: RequireSignaturePayload;
  recallSubmission: SubmitReturnPayload;
  writeMessage: ChangedObservation;
  returnValue: ChangedObservation;
  approveValues: ChangedObservations;
  approveReturn: ApproveReturnPayload;
  undoApproval: ChangedObservation;
  undoApprovals: ChangedObservations;
  askReporter: ChangedObservation;
  correctValue: ChangedObservation;
  proposeTarget: TargetPayload;
  proposeTargets: TargetGridPayload;
  decideTarget: TargetPayload;
  addEvidenceLink: EvidencePayload;
  attachEvidence: ChangedObservation;
  markEvidence: EvidencePayload;
  requestReopen: ReopeningPayload;
  grantReopen: ReopeningPayload;
  declineReopen: ReopeningPayload;
  revokeReopen: ReopeningPayload;
  recordAlternative: ChangedObservation;
  chooseAlternative: ChangedObservation;
}

interface Read {
  reportingAreas: AreaName[];
  preparedReturns: SignatureRequest[];
  duties: Duty[];
  returnForm: ReturnForm;
  publishedYears: PublishedYear[];
  workObservation: WorkObservation;
  reviewQueue: ReviewQueue;
  targetDesk: TargetDesk;
  evidence: Evidence[];
  evidenceQuota: EvidenceQuota;
  reopenings: Reopening[];
  targetGrid: TargetGrid;
}

type Errors = Answer<unknown>['errors'];
type Input = Record<string, unknown>;
export type DeskRequests = ReturnType<typeof deskRequests>;

/** Requests of the desks, with the documents that these send. */
export function deskRequests(api: TestApp) {
  async function change<N extends MutationName>(
    who: string | null,
    name: N,
    input: Input,
  ): Promise<{ errors: Errors; payload: Certain<Changed[N]> }> {
    const { data, errors } = await api.work<Certain<Changed>>(who, MUTATIONS[name], {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return { errors, payload: data?.[name] as Certain<Changed[N]> };
  }

  async function read<N extends keyof Read>(
    who: string | null,
    name: N,
    variables: Input = {},
  ): Promise<{ errors: Errors; result: Certain<Read[N]> }> {
    const { data, errors } = await api.work<Certain<Read>>(who, QUERIES[name], variables);
    return { errors, result: data?.[name] as Certain<Read[N]> };
  }

  /** Saves a cell of KGZ in the open cycle for the first time, unless `more` says otherwise. */
  async function save(who: string, indicator: string, value: string | null, more: Input = {}) {
    const cell = { area: 'KGZ', cycle: 2025, indicator, expectedVersion: 0, value };
    return done(await change(who, 'saveValue', { ...cell, ...more }));
  }

  async function submit(who: string, cells: { id: string; version: number }[], more: Input = {}) {
    const chosen = cells.map(({ id, version }) => ({ id, expectedVersion: version }));
    const input = { area: 'KGZ', cycle: 2025, cells: chosen };
    return done(await change(who, 'submitReturn', { ...input, ...more }));
  }

  return { change, read, save, submit };
}

function done<P>({ errors, payload }: { errors: Errors; payload: P }): P {
  if (errors) throw new Error(JSON.stringify(errors));
  return payload;
}

export const codes = (payload: { problems: { code: string }[] }): string[] =>
  payload.problems.map(({ code }) => code);

/** The first item that fits; throws if there is none. */
export function one<T>(list: readonly T[], fits: (item: T) => boolean = () => true): T {
  const found = list.find(fits);
  if (found === undefined) throw new Error('There is none.');
  return found;
}
