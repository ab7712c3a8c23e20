export const ROLES = ['DONOR', 'REPORTER', 'OFFICER', 'ADMIN', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The signed-in account; null for a visitor. A reporter is bound to one area. An officer works for every area, or only
 * for those that an administrator named (`areas`).
 */
export type Actor = {
  readonly role: Role;
  readonly area?: string | null | undefined;
  readonly areas?: readonly string[] | null | undefined;
} | null;

/** The thing that an operation is about: the area (ISO 3166 alpha-3) that its data belong to, if they belong to one. */
export interface Subject {
  readonly area?: string | null | undefined;
}

export type Access = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/**
 * EVERYONE: also visitors. ANY: in every area. OWN: only in the areas the actor is bound to, which for an officer without a limit
 * are all. ALL: for operations that concern every area at once, so not for an officer with a limit.
 */
type Reach = 'ANY' | 'OWN' | 'ALL';
type Row = 'EVERYONE' | Partial<Record<Role, Reach>>;

const SIGNED_IN = {
  DONOR: 'ANY',
  REPORTER: 'ANY',
  OFFICER: 'ANY',
  ADMIN: 'ANY',
  AUDITOR: 'ANY',
} as const satisfies Row;

/** Which role may do what; whatever is not in this table is refused. Source: domain.md, Users. */
const TABLE = {
  READ_RELEASE: 'EVERYONE',
  READ_OWN_ACCOUNT: SIGNED_IN,

  READ_WORK: { REPORTER: 'OWN', OFFICER: 'OWN', AUDITOR: 'ANY' },
  WRITE_MESSAGE: { REPORTER: 'OWN', OFFICER: 'OWN' },

  SAVE_VALUE: { REPORTER: 'OWN' },
  SUBMIT: { REPORTER: 'OWN' },
  SIGN_RETURN: { REPORTER: 'OWN' },
  REQUIRE_SIGNATURE: { OFFICER: 'OWN' },
  ASSIGN_PERSON: { REPORTER: 'OWN' },
  RECALL: { REPORTER: 'OWN' },
  CORRECT_VALUE: { REPORTER: 'OWN' },

  ADD_EVIDENCE: { REPORTER: 'OWN' },
  MARK_EVIDENCE: { OFFICER: 'OWN' },
  REQUEST_REOPEN: { REPORTER: 'OWN' },
  GRANT_REOPEN: { OFFICER: 'OWN' },
  RECORD_ALTERNATIVE: { OFFICER: 'OWN' },

  RETURN: { OFFICER: 'OWN' },
  APPROVE: { OFFICER: 'OWN' },
  UNDO_APPROVAL: { OFFICER: 'OWN' },
  ASK_REPORTER: { OFFICER: 'OWN' },
  READ_QUALITY: { OFFICER: 'OWN', AUDITOR: 'ANY' },

  READ_TARGETS: { REPORTER: 'OWN', OFFICER: 'OWN', AUDITOR: 'ANY' },
  PROPOSE_TARGET: { OFFICER: 'OWN' },
  CONFIRM_TARGET: { OFFICER: 'OWN' },

  READ_FRAMEWORK: { OFFICER: 'ANY', AUDITOR: 'ANY' },
  EDIT_FRAMEWORK: { OFFICER: 'ALL' },

  PREVIEW_RELEASE: { OFFICER: 'ALL', AUDITOR: 'ANY' },
  PUBLISH_RELEASE: { OFFICER: 'ALL' },
  READ_AGREEMENTS: { OFFICER: 'OWN', AUDITOR: 'ANY' },
  RECORD_AGREEMENT: { OFFICER: 'OWN' },
  READ_WITHDRAWALS: { OFFICER: 'ANY', ADMIN: 'ANY', AUDITOR: 'ANY' },
  REQUEST_WITHDRAWAL: { OFFICER: 'ANY' },
  DECIDE_WITHDRAWAL: { OFFICER: 'ANY', ADMIN: 'ANY' },

  MANAGE_OWN_ACCOUNT: SIGNED_IN,
  READ_FOLLOWING: SIGNED_IN,
  FOLLOW: SIGNED_IN,
  READ_ADMINISTRATION: { ADMIN: 'ANY', AUDITOR: 'ANY' },
  CHECK_IMPORT: { REPORTER: 'OWN', OFFICER: 'OWN' },
  MEND_IMPORT: { REPORTER: 'OWN' },
  COMMIT_IMPORT: { REPORTER: 'OWN' },
  READ_SERIES_MAPPING: { REPORTER: 'OWN', OFFICER: 'OWN', AUDITOR: 'ANY' },
  MAP_SERIES: { REPORTER: 'OWN', OFFICER: 'OWN' },
  CONFIRM_SERIES: { OFFICER: 'OWN' },
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
  REMIND_REPORTERS: { OFFICER: 'OWN' },
  READ_OUTBOX: { OFFICER: 'ALL', ADMIN: 'ANY', AUDITOR: 'ANY' },
  SEND_AGAIN: { OFFICER: 'ALL', ADMIN: 'ANY' },
} as const satisfies Readonly<Record<string, Row>>;

export type Operation = keyof typeof TABLE;

/** Every operation, for tests that go through all of them. @internal */
export const OPERATIONS = Object.keys(TABLE) as readonly Operation[];

/**
 * May `actor` do `operation` to `subject`? The services of the api decide by this; web calls it only to hide
 * what would be refused.
 *
 * A reporter or a limited officer gets NOT_FOUND for another area, just as for something that does not exist, so that the
 * answer does not reveal what exists elsewhere.
 * Source: quality.md (Access), domain.md invariant 2.
 */
export function can(actor: Actor, operation: Operation, subject: Subject = {}): Access {
  // Own properties only: an operation named "constructor" is as unknown as any other.
  if (!Object.hasOwn(TABLE, operation)) return 'FORBIDDEN';
  const row: Row = TABLE[operation];
  if (row === 'EVERYONE') return 'ALLOWED';
  if (actor === null) return 'UNAUTHENTICATED';
  if (!Object.hasOwn(row, actor.role)) return 'FORBIDDEN';
  const reach = row[actor.role];
  if (reach === 'ANY') return 'ALLOWED';
  const bound = boundTo(actor);
  if (bound === null) return 'ALLOWED';
  if (reach === 'ALL') return 'FORBIDDEN';
  const { area } = subject;
  return typeof area === 'string' && isWithin(bound, area) ? 'ALLOWED' : 'NOT_FOUND';
}

/** Is the area within the limit `areas`? Null means no limit. */
export const isWithin = (areas: readonly string[] | null, area: string): boolean =>
  areas === null || areas.includes(area);

/** May `actor` do `operation` in at least one area? For places where the area is not known yet. */
export function canSomewhere(actor: Actor, operation: Operation): Access {
  return can(actor, operation, { area: actor && boundTo(actor)?.[0] });
}

/** The areas to which an officer is limited; null for everybody else. */
export function limitOf(actor: Actor): readonly string[] | null {
  return actor?.role === 'OFFICER' ? boundTo(actor) : null;
}

/** The areas the actor is bound to; null: none, so every area is theirs. A reporter without a country has no area at all. */
function boundTo({ role, area, areas }: NonNullable<Actor>): readonly string[] | null {
  if (role === 'OFFICER') return areas ?? null;
  return [area ?? ''].filter((one) => one !== '');
}
