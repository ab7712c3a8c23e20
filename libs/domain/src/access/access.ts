export const ROLES = ['DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

/** The signed-in account; null for a visitor. A reporter is bound to one area. */
export type Actor = { readonly role: Role; readonly area?: string | null | undefined } | null;

/** What is asked about: the area (ISO 3166 alpha-3) whose data it is, where it is any area's. */
export interface Subject {
  readonly area?: string | null | undefined;
}

export type Access = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/** EVERYONE: visitors too. ANY: whatever the area. OWN: only the area the actor is bound to. */
type Reach = 'ANY' | 'OWN';
type Row = 'EVERYONE' | Partial<Record<Role, Reach>>;

const SIGNED_IN = {
  DONOR: 'ANY',
  REPORTER: 'ANY',
  OFFICER: 'ANY',
  ADMIN: 'ANY',
  AUDITOR: 'ANY',
} as const satisfies Row;

/** What is not in this table is refused. Source: domain.md, Users. */
const TABLE = {
  READ_RELEASE: 'EVERYONE',
  READ_OWN_ACCOUNT: SIGNED_IN,

  READ_WORK: { REPORTER: 'OWN', OFFICER: 'ANY', AUDITOR: 'ANY' },
  WRITE_MESSAGE: { REPORTER: 'OWN', OFFICER: 'ANY' },

  SAVE_VALUE: { REPORTER: 'OWN' },
  SUBMIT: { REPORTER: 'OWN' },
  RECALL: { REPORTER: 'OWN' },
  CORRECT_VALUE: { REPORTER: 'OWN' },

  ADD_EVIDENCE: { REPORTER: 'OWN' },
  MARK_EVIDENCE: { OFFICER: 'ANY' },
  REQUEST_REOPEN: { REPORTER: 'OWN' },
  GRANT_REOPEN: { OFFICER: 'ANY' },
  RECORD_ALTERNATIVE: { OFFICER: 'ANY' },

  RETURN: { OFFICER: 'ANY' },
  APPROVE: { OFFICER: 'ANY' },
  UNDO_APPROVAL: { OFFICER: 'ANY' },
  ASK_REPORTER: { OFFICER: 'ANY' },
  READ_QUALITY: { OFFICER: 'ANY', AUDITOR: 'ANY' },

  READ_TARGETS: { REPORTER: 'OWN', OFFICER: 'ANY', AUDITOR: 'ANY' },
  PROPOSE_TARGET: { OFFICER: 'ANY' },
  CONFIRM_TARGET: { OFFICER: 'ANY' },

  READ_FRAMEWORK: { OFFICER: 'ANY', AUDITOR: 'ANY' },
  EDIT_FRAMEWORK: { OFFICER: 'ANY' },

  PREVIEW_RELEASE: { OFFICER: 'ANY', AUDITOR: 'ANY' },
  PUBLISH_RELEASE: { OFFICER: 'ANY' },
  READ_AGREEMENTS: { OFFICER: 'ANY', AUDITOR: 'ANY' },
  RECORD_AGREEMENT: { OFFICER: 'ANY' },
  READ_WITHDRAWALS: { OFFICER: 'ANY', ADMIN: 'ANY', AUDITOR: 'ANY' },
  REQUEST_WITHDRAWAL: { OFFICER: 'ANY' },
  DECIDE_WITHDRAWAL: { OFFICER: 'ANY', ADMIN: 'ANY' },

  MANAGE_OWN_ACCOUNT: SIGNED_IN,
  READ_FOLLOWING: SIGNED_IN,
  FOLLOW: SIGNED_IN,
  READ_ADMINISTRATION: { ADMIN: 'ANY', AUDITOR: 'ANY' },
  CHECK_IMPORT: { REPORTER: 'OWN', OFFICER: 'ANY' },
  COMMIT_IMPORT: { REPORTER: 'OWN' },
  READ_SERIES_MAPPING: { REPORTER: 'OWN', OFFICER: 'ANY', AUDITOR: 'ANY' },
  MAP_SERIES: { REPORTER: 'OWN', OFFICER: 'ANY' },
  CONFIRM_SERIES: { OFFICER: 'ANY' },
  READ_TOKENS: { REPORTER: 'OWN', ADMIN: 'ANY', AUDITOR: 'ANY' },
  MANAGE_TOKENS: { REPORTER: 'OWN', ADMIN: 'ANY' },
  READ_WEBHOOKS: { REPORTER: 'OWN', ADMIN: 'ANY', AUDITOR: 'ANY' },
  MANAGE_WEBHOOKS: { REPORTER: 'OWN', ADMIN: 'ANY' },

  MANAGE_USERS: { ADMIN: 'ANY' },
  READ_CONFIRMATIONS: { OFFICER: 'ANY', ADMIN: 'ANY', AUDITOR: 'ANY' },
  CONFIRM_ACCOUNT: { OFFICER: 'ANY', ADMIN: 'ANY' },
  MANAGE_ORGANISATIONS: { ADMIN: 'ANY' },
  MANAGE_HELP_LINES: { ADMIN: 'ANY' },
  TRANSLATE: { ADMIN: 'ANY' },
  READ_AUDIT: { ADMIN: 'ANY', AUDITOR: 'ANY' },
  REMIND_REPORTERS: { OFFICER: 'ANY' },
  READ_OUTBOX: { OFFICER: 'ANY', ADMIN: 'ANY', AUDITOR: 'ANY' },
  SEND_AGAIN: { OFFICER: 'ANY', ADMIN: 'ANY' },
} as const satisfies Readonly<Record<string, Row>>;

export type Operation = keyof typeof TABLE;

/** Every operation there is: what a test of completeness walks. @internal */
export const OPERATIONS = Object.keys(TABLE) as readonly Operation[];

/**
 * May `actor` do `operation` to `subject`? Called by the api's services (authority) and by web
 * (to hide what would be refused).
 *
 * A reporter gets NOT_FOUND for another area and for what does not exist alike, so that the answer
 * does not reveal what exists elsewhere.
 * Source: quality.md (Access), domain.md invariant 2.
 */
export function can(actor: Actor, operation: Operation, subject: Subject = {}): Access {
  // Own properties only: an operation named "constructor" is as unknown as any other.
  if (!Object.hasOwn(TABLE, operation)) return 'FORBIDDEN';
  const row: Row = TABLE[operation];
  if (row === 'EVERYONE') return 'ALLOWED';
  if (actor === null) return 'UNAUTHENTICATED';
  if (!Object.hasOwn(row, actor.role)) return 'FORBIDDEN';
  if (row[actor.role] === 'ANY') return 'ALLOWED';
  return isOwn(actor.area, subject.area) ? 'ALLOWED' : 'NOT_FOUND';
}

/** Two absent areas are no match: a reporter without a country owns nothing. */
function isOwn(bound: string | null | undefined, asked: string | null | undefined): boolean {
  return typeof bound === 'string' && bound !== '' && bound === asked;
}
