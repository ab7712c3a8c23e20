import { randomUUID } from 'node:crypto';
import type { AuditPage, AuditVerification } from '../features/audit-search/audit-event.type.ts';
import type {
  ConfirmAccountPayload,
  PendingAccount,
} from '../features/user-administration/confirmation.type.ts';
import type { HelpLine, HelpLinePayload } from '../features/help-lines/help-line.type.ts';
import type {
  AreaName,
  HandOverPayload,
  Organisation,
  OrganisationPayload,
} from '../features/organisations/organisation.type.ts';
import type {
  ChooseLanguagePayload,
  InvitationPayload,
  Session,
  SessionsPayload,
  UserPage,
  UserPayload,
} from '../features/user-administration/user.type.ts';
import type { Language } from '../graphql/enums.ts';
import type { Answer, TestApp } from './harness.ts';

const PROBLEMS = `problems { code field params { name value } }`;
const USER = `id email name role area areas organisation { id name { text } } version hasPassword secondFactor pending linkUntil
  language sessions lastSignedInAt disabledAt erasedAt newEmail`;
const PENDING = `id version name email role areas { text } acts { act by at } mayConfirm`;
const SESSION = `id createdAt lastSeenAt current`;
const ORGANISATION = `id code area names { lang text } mailbox version users assignments`;
const LINE = `area lang text version updatedAt`;

const mutation = (name: string, input: string, fields: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} ${PROBLEMS} } }`;

/** Every mutation of administrators as a document, and the one that is open to all roles; tests give the input. */
export const ADMIN_MUTATIONS = {
  inviteUser: mutation('inviteUser', 'InviteUserInput', `user { ${USER} } sends`),
  renewInvitation: mutation('renewInvitation', 'RenewInvitationInput', `user { ${USER} } sends`),
  changeUser: mutation('changeUser', 'ChangeUserInput', `user { ${USER} }`),
  disableUser: mutation('disableUser', 'DisableUserInput', `user { ${USER} }`),
  changeUserEmail: mutation('changeUserEmail', 'ChangeEmailInput', `user { ${USER} } sends`),
  confirmAccount: mutation('confirmAccount', 'ConfirmAccountInput', `accounts { ${PENDING} }`),
  handOverDuties: mutation('handOverDuties', 'HandOverDutiesInput', `user { ${USER} }`),
  eraseUser: mutation('eraseUser', 'EraseUserInput', `user { ${USER} }`),
  resetSecondFactor: mutation('resetSecondFactor', 'ResetSecondFactorInput', `user { ${USER} }`),
  chooseLanguage: mutation('chooseLanguage', 'ChooseLanguageInput', 'language'),
  endSessions: mutation('endSessions', 'EndSessionsInput', `sessions { ${SESSION} }`),
  endOwnSessions: mutation('endOwnSessions', 'EndOwnSessionsInput', `sessions { ${SESSION} }`),
  createOrganisation: mutation(
    'createOrganisation',
    'CreateOrganisationInput',
    `organisation { ${ORGANISATION} }`,
  ),
  changeOrganisation: mutation(
    'changeOrganisation',
    'ChangeOrganisationInput',
    `organisation { ${ORGANISATION} }`,
  ),
  handOverAssignments: mutation('handOverAssignments', 'HandOverInput', 'assignments'),
  changeHelpLine: mutation('changeHelpLine', 'ChangeHelpLineInput', `helpLine { ${LINE} }`),
} as const;
export type AdminMutation = keyof typeof ADMIN_MUTATIONS;

export const ADMIN_QUERIES = {
  users: `query ($first: Int, $after: String, $search: String) {
    users(lang: en, first: $first, after: $after, search: $search) { users { ${USER} } next } }`,
  userSessions: `query ($user: ID!) { userSessions(user: $user) { ${SESSION} } }`,
  pendingAccounts: `query { pendingAccounts { ${PENDING} } }`,
  ownSessions: `query { ownSessions { ${SESSION} } }`,
  ownLanguage: `query { ownLanguage }`,
  organisations: `query { organisations { ${ORGANISATION} } }`,
  areaNames: `query { areaNames(lang: en) { code name { text } } }`,
  helpLines: `query { helpLines { ${LINE} } }`,
  auditEvents: `query ($filter: AuditFilter, $first: Int, $after: String) {
    auditEvents(filter: $filter, first: $first, after: $after) {
      events { number at actor { id name role } role operation subject subjectName area changes { field before after } } next } }`,
  auditOperations: `query { auditOperations }`,
  verifyAudit: `query { verifyAudit { intact events head brokenAt } }`,
} as const;
export type AdminQuery = keyof typeof ADMIN_QUERIES;

interface Changed {
  inviteUser: InvitationPayload;
  renewInvitation: InvitationPayload;
  changeUser: UserPayload;
  disableUser: UserPayload;
  changeUserEmail: InvitationPayload;
  confirmAccount: ConfirmAccountPayload;
  handOverDuties: UserPayload;
  eraseUser: UserPayload;
  resetSecondFactor: UserPayload;
  chooseLanguage: ChooseLanguagePayload;
  endSessions: SessionsPayload;
  endOwnSessions: SessionsPayload;
  createOrganisation: OrganisationPayload;
  changeOrganisation: OrganisationPayload;
  handOverAssignments: HandOverPayload;
  changeHelpLine: HelpLinePayload;
}

interface Read {
  users: UserPage;
  userSessions: Session[];
  ownSessions: Session[];
  pendingAccounts: PendingAccount[];
  ownLanguage: Language;
  organisations: Organisation[];
  areaNames: AreaName[];
  helpLines: HelpLine[];
  auditEvents: AuditPage;
  auditOperations: string[];
  verifyAudit: AuditVerification;
}

type Input = Record<string, unknown>;
type Errors = Answer<unknown>['errors'];
export type AdminRequests = ReturnType<typeof adminRequests>;

/** Requests of the administrators' and auditors' pages, with the documents that these send. */
export function adminRequests(api: TestApp) {
  async function change<N extends AdminMutation>(
    who: string | null,
    name: N,
    input: Input,
  ): Promise<{ errors: Errors; payload: Changed[N] }> {
    const { data, errors } = await api.work<Changed>(who, ADMIN_MUTATIONS[name], {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return { errors, payload: data?.[name] as Changed[N] };
  }

  async function read<N extends AdminQuery>(
    who: string | null,
    name: N,
    variables: Input = {},
  ): Promise<{ errors: Errors; result: Read[N] }> {
    const { data, errors } = await api.work<Read>(who, ADMIN_QUERIES[name], variables);
    return { errors, result: data?.[name] as Read[N] };
  }

  /** The account with this address, as administrators see it. */
  async function user(email: string) {
    const { result } = await read('admin@example.org', 'users', { search: email });
    const found = result.users.find((one) => one.email === email);
    if (found === undefined) throw new Error(`There is no account ${email}.`);
    return found;
  }

  return { change, read, user };
}
