import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { can, type Operation } from '@qadam/domain';
import {
  ADMIN_MUTATIONS,
  ADMIN_QUERIES,
  type AdminMutation,
  type AdminQuery,
  type AdminRequests,
  adminRequests,
} from '../../testing/admin-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: AdminRequests;
let target: {
  user: string;
  pending: string;
  successor: string;
  organisation: string;
  other: string;
};

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = adminRequests(api);
  const created = await desk.change(PEOPLE.admin, 'createOrganisation', BODY);
  const invited = await desk.change(PEOPLE.admin, 'inviteUser', {
    email: 'third@example.org',
    name: 'Third',
    role: 'OFFICER',
  });
  const { id, organisation } = await desk.user(PEOPLE.kgz);
  target = {
    user: id,
    pending: invited.payload.user?.id ?? '',
    successor: (await desk.user(PEOPLE.donor)).id,
    organisation: organisation?.id ?? '',
    other: created.payload.organisation?.id ?? '',
  };
});
afterAll(() => api.stop());

const BODY = {
  code: 'OTHER',
  names: [
    { lang: 'en', text: 'Other body' },
    { lang: 'ru', text: 'Другое ведомство' },
  ],
};

/** The operation that each mutation needs, and a request that would change something if it were allowed. */
const REQUESTS: Record<AdminMutation, { operation: Operation; input: () => object }> = {
  inviteUser: {
    operation: 'MANAGE_USERS',
    input: () => ({ email: 'new@example.org', name: 'New', role: 'ADMIN' }),
  },
  renewInvitation: { operation: 'MANAGE_USERS', input: () => ({ user: target.user }) },
  changeUser: {
    operation: 'MANAGE_USERS',
    input: () => ({ user: target.user, expectedVersion: 1, name: 'Other', role: 'ADMIN' }),
  },
  disableUser: {
    operation: 'MANAGE_USERS',
    input: () => ({ user: target.user, expectedVersion: 1, disabled: true }),
  },
  changeUserEmail: {
    operation: 'MANAGE_USERS',
    input: () => ({ user: target.user, expectedVersion: 1, email: 'other@example.org' }),
  },
  confirmAccount: {
    operation: 'CONFIRM_ACCOUNT',
    input: () => ({ user: target.pending, expectedVersion: 1 }),
  },
  handOverDuties: {
    operation: 'MANAGE_USERS',
    input: () => ({ from: target.user, to: target.successor, expectedVersion: 1, disable: true }),
  },
  eraseUser: {
    operation: 'MANAGE_USERS',
    input: () => ({ user: target.user, expectedVersion: 1 }),
  },
  resetSecondFactor: {
    operation: 'MANAGE_USERS',
    input: () => ({ user: target.user, expectedVersion: 1 }),
  },
  chooseLanguage: { operation: 'MANAGE_OWN_ACCOUNT', input: () => ({ language: 'tg' }) },
  endSessions: { operation: 'MANAGE_USERS', input: () => ({ user: target.user }) },
  endOwnSessions: { operation: 'MANAGE_OWN_ACCOUNT', input: () => ({}) },
  createOrganisation: {
    operation: 'MANAGE_ORGANISATIONS',
    input: () => ({ ...BODY, code: 'THIRD' }),
  },
  changeOrganisation: {
    operation: 'MANAGE_ORGANISATIONS',
    input: () => ({ organisation: target.organisation, expectedVersion: 1, names: BODY.names }),
  },
  handOverAssignments: {
    operation: 'MANAGE_ORGANISATIONS',
    input: () => ({ from: target.organisation, to: target.other }),
  },
  changeHelpLine: {
    operation: 'MANAGE_HELP_LINES',
    input: () => ({ area: 'KGZ', lang: 'ru', text: '117', expectedVersion: 0 }),
  },
};

const READS: Record<AdminQuery, Operation> = {
  users: 'READ_ADMINISTRATION',
  userSessions: 'READ_ADMINISTRATION',
  organisations: 'READ_ADMINISTRATION',
  areaNames: 'READ_ADMINISTRATION',
  helpLines: 'READ_ADMINISTRATION',
  pendingAccounts: 'READ_CONFIRMATIONS',
  ownSessions: 'READ_OWN_ACCOUNT',
  ownLanguage: 'READ_OWN_ACCOUNT',
  auditEvents: 'READ_AUDIT',
  auditOperations: 'READ_AUDIT',
  verifyAudit: 'READ_AUDIT',
};

const ROLES = {
  kgz: 'REPORTER',
  officer: 'OFFICER',
  donor: 'DONOR',
  admin: 'ADMIN',
  auditor: 'AUDITOR',
} as const;
type Who = keyof typeof ROLES;
const who = Object.keys(ROLES) as Who[];

const answerTo = (person: Who, operation: Operation) => can({ role: ROLES[person] }, operation, {});

/** The content of all tables that a change by an administrator could touch. */
async function kept(): Promise<unknown> {
  const tables = [
    'user_account',
    'organisation',
    'assignment',
    'help_line',
    'invitation',
    'email_change',
    'account_confirmation',
    'notification',
  ];
  const parts = tables.map(
    (name) =>
      `(select coalesce(json_agg(t order by t::text), '[]') from work.${name} t) as ${name}`,
  );
  return api.em().execute(
    `select ${parts.join(', ')}, (select count(*)::int from work.audit_event) as events,
       (select count(*)::int from work.session) as sessions`,
  );
}

const refusals = who.flatMap((person) =>
  (Object.keys(REQUESTS) as AdminMutation[]).flatMap((name) => {
    const answer = answerTo(person, REQUESTS[name].operation);
    return answer === 'ALLOWED' ? [] : [{ person, name, answer }];
  }),
);

describe('what an administrator changes', () => {
  it.each(refusals)(
    '$person is told $answer by $name, and nothing is changed',
    async ({ person, name, answer }) => {
      await api.cookie(PEOPLE[person]);
      const before = await kept();
      const { errors, payload } = await desk.change(PEOPLE[person], name, {
        ...REQUESTS[name].input(),
      });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([answer]);
      expect(payload).toBeUndefined();
      expect(await kept()).toEqual(before);
    },
  );

  it.each(Object.keys(ADMIN_MUTATIONS) as AdminMutation[])(
    'a visitor is told to sign in by %s',
    async (name) => {
      const { errors } = await desk.change(null, name, { ...REQUESTS[name].input() });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );

  it('is refused to everybody else, but for the own account; an officer may be the second person', () => {
    const administrative = (Object.keys(ADMIN_MUTATIONS) as AdminMutation[]).filter(
      (name) => REQUESTS[name].operation !== 'MANAGE_OWN_ACCOUNT',
    );
    for (const person of who.filter((one) => one !== 'admin')) {
      const names = refusals.filter((refusal) => refusal.person === person);
      const expected = administrative.filter(
        (name) => person !== 'officer' || name !== 'confirmAccount',
      );
      expect(names.map(({ name }) => name).sort()).toEqual(expected.sort());
    }
  });
});

describe('what administrators and auditors read', () => {
  const reads = (Object.keys(ADMIN_QUERIES) as AdminQuery[]).flatMap((name) =>
    who.map((person) => ({ name, person, answer: answerTo(person, READS[name]) })),
  );

  it.each(reads)('$person asks for $name: $answer', async ({ name, person, answer }) => {
    const { errors, result } = await desk.read(PEOPLE[person], name, {
      ...(name === 'userSessions' ? { user: target.user } : {}),
      ...(name === 'auditEvents' ? { first: 20 } : {}),
    });
    if (answer === 'ALLOWED') {
      expect(errors).toBeUndefined();
      expect(result).toBeDefined();
    } else {
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([answer]);
      expect(result).toBeUndefined();
    }
  });

  it('an auditor reads all of it', () => {
    const refused = reads.filter(
      ({ person, answer }) => person === 'auditor' && answer !== 'ALLOWED',
    );
    expect(refused).toEqual([]);
  });

  it.each([...who, null])(
    'as a file the events go to administrators and auditors: %s',
    async (person) => {
      const headers = person === null ? {} : { cookie: await api.cookie(PEOPLE[person]) };
      const { statusCode } = await api.http({ url: '/work/audit.csv', headers });
      const allowed = person === 'admin' || person === 'auditor';
      expect(statusCode).toBe(person === null ? 401 : allowed ? 200 : 403);
    },
  );
});
