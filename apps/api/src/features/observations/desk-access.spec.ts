import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { can, type Operation } from '@qadam/domain';
import {
  type MutationName,
  MUTATIONS,
  type DeskRequests,
  deskRequests,
  one,
} from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { SignatureRequest } from './signature-request.entity.ts';

let api: TestApp;
let desk: DeskRequests;
/** One record of each kind in KGZ that somebody might try to reach. */
let target: {
  observation: string;
  revision: string;
  submission: string;
  plan: string;
  evidence: string;
  reopening: string;
  request: string;
};

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  const { cell } = await desk.save(PEOPLE.kgz, 'A5.8', '12');
  const { submission } = await desk.submit(PEOPLE.kgz, [cell]);
  const plan = await desk.change(PEOPLE.officer, 'proposeTarget', PLAN);
  const link = await desk.change(PEOPLE.kgz, 'addEvidenceLink', LINK);
  const asked = await desk.change(PEOPLE.kgz, 'requestReopen', LOCKED);
  target = {
    observation: cell.id,
    revision: cell.current.id,
    submission: submission.id,
    plan: one(plan.payload.row.plans).id,
    evidence: link.payload.evidence.id,
    reopening: asked.payload.reopening.id,
    request: await prepared(),
  };
});
afterAll(() => api.stop());

/** Adds a return that waits for a second signature. */
async function prepared(): Promise<string> {
  const { id: preparedBy } = await api.em().findOneOrFail(UserAccount, { email: PEOPLE.kgz });
  const id = randomUUID();
  await api.em().insert(SignatureRequest, { id, area: 'KGZ', cycle: 2025, preparedBy });
  return id;
}

const PLAN = {
  indicator: 'A6.1',
  area: 'KGZ',
  expectedVersion: 0,
  baselineYear: 2022,
  baselineValue: '1',
  path: 'LINEAR',
  points: [{ year: 2030, value: '5' }],
  rationale: 'Draft exists',
  rationaleLang: 'en',
};

const LINK = { area: 'KGZ', url: 'https://stat.example.kg/a5-8', title: 'Yearbook' };
const ALTERNATIVE = {
  value: '12',
  sourceTitle: 'Report',
  publisher: 'Government',
  note: 'Other date',
  why: 'Newer',
  lang: 'en',
};
const LOCKED = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', reason: 'A late return came in' };

/** The operation that each mutation must be allowed, and an input that would change something if it were allowed. */
const REQUESTS: Record<
  MutationName,
  { operation: Operation; input: () => Record<string, unknown> }
> = {
  confirmStages: {
    operation: 'SAVE_VALUE',
    input: () => ({ area: 'KGZ', cycle: 2025 }),
  },
  saveValue: {
    operation: 'SAVE_VALUE',
    input: () => ({ area: 'KGZ', cycle: 2025, indicator: 'A6.1', expectedVersion: 0, value: '1' }),
  },
  submitReturn: {
    operation: 'SUBMIT',
    input: () => ({
      area: 'KGZ',
      cycle: 2025,
      cells: [{ id: target.observation, expectedVersion: 1 }],
    }),
  },
  requireSignature: {
    operation: 'REQUIRE_SIGNATURE',
    input: () => ({ area: 'KGZ', required: true }),
  },
  signReturn: { operation: 'SIGN_RETURN', input: () => ({ request: target.request }) },
  giveBackReturn: {
    operation: 'SIGN_RETURN',
    input: () => ({ request: target.request, comment: 'Why' }),
  },
  recallSubmission: { operation: 'RECALL', input: () => ({ submission: target.submission }) },
  writeMessage: {
    operation: 'WRITE_MESSAGE',
    input: () => ({ observation: target.observation, text: 'Hello' }),
  },
  returnValue: {
    operation: 'RETURN',
    input: () => ({ observation: target.observation, revision: target.revision, reason: 'Why' }),
  },
  approveValues: {
    operation: 'APPROVE',
    input: () => ({ values: [{ observation: target.observation, revision: target.revision }] }),
  },
  approveReturn: {
    operation: 'APPROVE',
    input: () => ({ submission: target.submission, expectedValues: 1 }),
  },
  askReporter: {
    operation: 'ASK_REPORTER',
    input: () => ({ observation: target.observation, revision: target.revision, text: 'Why' }),
  },
  undoApprovals: { operation: 'UNDO_APPROVAL', input: () => ({ batch: target.observation }) },
  undoApproval: { operation: 'UNDO_APPROVAL', input: () => ({ observation: target.observation }) },
  correctValue: {
    operation: 'CORRECT_VALUE',
    input: () => ({
      observation: target.observation,
      expectedVersion: 2,
      reason: 'CORRECTION',
      value: '3',
    }),
  },
  proposeTarget: { operation: 'PROPOSE_TARGET', input: () => ({ ...PLAN, expectedVersion: 1 }) },
  proposeTargets: {
    operation: 'PROPOSE_TARGET',
    input: () => {
      const { indicator, rationale, rationaleLang, ...plan } = PLAN;
      return { indicator, rationale, rationaleLang, plans: [{ ...plan, expectedVersion: 1 }] };
    },
  },
  decideTarget: {
    operation: 'CONFIRM_TARGET',
    input: () => ({ plan: target.plan, decision: 'CONFIRM' }),
  },
  addEvidenceLink: {
    operation: 'ADD_EVIDENCE',
    input: () => ({ ...LINK, url: 'https://stat.example.kg/another' }),
  },
  attachEvidence: {
    operation: 'ADD_EVIDENCE',
    input: () => ({ observation: target.observation, evidence: target.evidence, attached: true }),
  },
  markEvidence: {
    operation: 'MARK_EVIDENCE',
    input: () => ({ evidence: target.evidence, public: true }),
  },
  requestReopen: { operation: 'REQUEST_REOPEN', input: () => LOCKED },
  grantReopen: {
    operation: 'GRANT_REOPEN',
    input: () => ({
      reopening: target.reopening,
      until: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  },
  declineReopen: {
    operation: 'GRANT_REOPEN',
    input: () => ({ reopening: target.reopening, note: 'Too late' }),
  },
  recordAlternative: {
    operation: 'RECORD_ALTERNATIVE',
    input: () => ({ observation: target.observation, ...ALTERNATIVE }),
  },
  chooseAlternative: {
    operation: 'RECORD_ALTERNATIVE',
    input: () => ({
      observation: target.observation,
      revision: target.revision,
      why: 'Newer',
      lang: 'en',
    }),
  },
  revokeReopen: { operation: 'GRANT_REOPEN', input: () => ({ reopening: target.reopening }) },
};

const ROLE_OF = {
  kgz: 'REPORTER',
  uzb: 'REPORTER',
  officer: 'OFFICER',
  donor: 'DONOR',
  admin: 'ADMIN',
  auditor: 'AUDITOR',
} as const;
const AREA_OF: Record<string, string | null> = { kgz: 'KGZ', uzb: 'UZB' };

const refusals = Object.entries(REQUESTS).flatMap(([name, { operation }]) =>
  Object.entries(ROLE_OF).flatMap(([who, role]) => {
    const answer = can({ role, area: AREA_OF[who] ?? null }, operation, { area: 'KGZ' });
    return answer === 'ALLOWED'
      ? []
      : [{ name: name as MutationName, who: who as keyof typeof ROLE_OF, answer }];
  }),
);

describe('who may change nothing at a desk', () => {
  it.each(refusals)(
    '$who is told $answer by $name, and nothing is stored',
    async ({ name, who, answer }) => {
      const before = await stored(api.em());
      const { errors, payload } = await desk.change(PEOPLE[who], name, REQUESTS[name].input());
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([answer]);
      expect(payload).toBeUndefined();
      expect(await stored(api.em())).toEqual(before);
    },
  );

  it.each(Object.keys(MUTATIONS) as MutationName[])(
    'a visitor is told to sign in by %s',
    async (name) => {
      const { errors } = await desk.change(null, name, REQUESTS[name].input());
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );

  it('an auditor is refused every mutation there is', () => {
    const refused = refusals.filter(({ who }) => who === 'auditor').map(({ name }) => name);
    expect(refused.sort()).toEqual(Object.keys(MUTATIONS).sort());
  });
});

describe('who may read a desk', () => {
  it.each([
    ['officer', undefined],
    ['auditor', undefined],
    ['kgz', undefined],
    ['uzb', 'NOT_FOUND'],
    ['donor', 'FORBIDDEN'],
    ['admin', 'FORBIDDEN'],
  ] as const)(
    '%s asks for the return, an observation and the targets of KGZ: %s',
    async (who, code) => {
      const form = await desk.read(PEOPLE[who], 'returnForm', { area: 'KGZ', cycle: 2025 });
      const one = await desk.read(PEOPLE[who], 'workObservation', { id: target.observation });
      const targets = await desk.read(PEOPLE[who], 'targetDesk', { area: 'KGZ' });
      const queue = await desk.read(PEOPLE[who], 'reviewQueue', { area: 'KGZ' });
      const evidence = await desk.read(PEOPLE[who], 'evidence', { area: 'KGZ' });
      const reopenings = await desk.read(PEOPLE[who], 'reopenings', { area: 'KGZ' });
      for (const answer of [form, one, targets, queue, evidence, reopenings]) {
        expect(answer.errors?.[0]?.extensions.code).toBe(code);
      }
      if (code === undefined) expect(form.result.mayEdit).toBe(who === 'kgz');
    },
  );

  it('a reporter of the four countries together reports what is regional', async () => {
    const { result } = await desk.read(PEOPLE.ca4, 'returnForm', { area: 'CA4', cycle: 2025 });
    expect(result.cells.map(({ indicator }) => indicator)).toEqual(['A7.1']);
    const { cell, problems } = await desk.save(PEOPLE.ca4, 'A7.1', '1', { area: 'CA4' });
    expect(problems).toEqual([]);
    expect(cell.state).toBe('DRAFT');
  });

  it('no such area or observation is answered to an officer like to anyone', async () => {
    const form = await desk.read(PEOPLE.officer, 'returnForm', { area: 'XXX', cycle: 2025 });
    const one = await desk.read(PEOPLE.officer, 'workObservation', { id: randomUUID() });
    const odd = await desk.read(PEOPLE.officer, 'workObservation', { id: 'not an id' });
    for (const { errors } of [form, one, odd])
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
