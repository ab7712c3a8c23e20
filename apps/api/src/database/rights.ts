import type { PublicTables, Tables } from './tables.ts';

/** What a role may do with a table. TRUNCATE, triggers and changes of the table itself are never allowed. */
const READ = 'select';
const ADD = 'select, insert';
const SET = 'select, update';
const KEEP = 'select, insert, update';
/** Reading and locking rows: for a lock, PostgreSQL requires the right to update some column. */
const LOCK = (column: string) => `select, update (${column})`;
const CHANGE = 'select, insert, update, delete';

export interface Rights {
  /** For officers, administrators, auditors and the server's own work, in every country; and for officers who are limited to theirs. */
  desk: string | null;
  /** For reporters; and for visitors and people who sign in, who have no country. */
  reporter: string | null;
  /**
   * `own`: which rows a reporter reads and writes, as a condition in SQL (a limited officer the same for their countries). `ofDesk`, `ofReporter`:
   * which of them they may write, if not all. `every`: why no condition is needed.
   */
  rows: { own: string; ofDesk?: string; ofReporter?: string } | { every: string };
}

/** The rows of a reporter's country, or of a limited officer's countries. PostgreSQL reads the setting once for a statement. */
export const OWN_COUNTRY = `area = current_setting('qadam.area', true)`;
export const OWN_COUNTRIES = `area = any(string_to_array(current_setting('qadam.area', true), ' '))`;
const own = () => ({ own: OWN_COUNTRY });
/** Rows that belong to a row of another table whose own policy decides, checked for each row. Not `exists`, which PostgreSQL plans twice. */
const ownBy = (table: string, column: string) => ({
  own: `(select true from work.${table} x where x.id = ${column})`,
});

/** The same if a country has few of the rows that they belong to: checked once for a statement, which may be about very many rows. */
const ownOfFew = (table: string, column: string) => ({
  own: `${column} in (select x.id from work.${table} x)`,
});

/**
 * A reporter may leave a cell as a draft or returned. If the country asks for a second signature, it may be submitted only as it was signed;
 * submitting adds one to the signed version.
 */
const SIGNED_OR_DRAFT = `state in ('DRAFT', 'RETURNED') or (state = 'SUBMITTED' and (
  (select not a.second_signature from work.area a where a.code = current_setting('qadam.area', true))
  or (select true from work.signature_request_revision x join work.signature_request q on q.id = x.request
    where x.revision = observation.current_revision and x.version = observation.version - 1 and q.decision = 'SIGNED' limit 1)))`;

const NOT_BY_AUTHOR = `decision is distinct from 'SIGNED' or (select true
  from work.signature_request_revision x join work.revision r on r.id = x.revision
  where x.request = signature_request.id and r.author = decided_by limit 1) is null`;

/** A request that is signed or given back takes no more values. */
const NOT_DECIDED_YET = `(select q.decision is null from work.signature_request q
  where q.id = signature_request_revision.request)`;

const FRAMEWORK = 'what is measured, the same for every country';
const ACCOUNT = 'of an account, read before it is known whose';
const every = (why: string) => ({ every: why });
const hidden = every('a reporter has no right to the table');

/**
 * The rights on each working table. A new table does not compile without an entry here. Grants and policies are made from this when the database is
 * migrated (guard.ts).
 */
export const WORK_RIGHTS: Readonly<Record<Exclude<keyof Tables, keyof PublicTables>, Rights>> = {
  // values, and how they are entered
  'work.observation': {
    ...{ desk: SET, reporter: KEEP, rows: { ...own(), ofReporter: SIGNED_OR_DRAFT } },
  },
  // triggers add them, and a release takes them out
  'work.value_in_work': { desk: 'select, delete', reporter: READ, rows: own() },
  // Only a country's ministry writes its values; two officers may add a revision with a figure of another public source.
  'work.revision': {
    desk: ADD,
    reporter: ADD,
    // that a revision has the area of its observation is checked by a trigger
    rows: { ...own(), ofDesk: `via = 'SOURCE_IMPORT'` },
  },
  'work.review': { desk: ADD, reporter: READ, rows: ownBy('observation', 'observation') },
  'work.message': { desk: ADD, reporter: ADD, rows: ownBy('observation', 'observation') },
  'work.submission': { desk: SET, reporter: KEEP, rows: own() },
  'work.submission_revision': {
    ...{ desk: READ, reporter: ADD, rows: ownOfFew('submission', 'submission') },
  },
  'work.signature_request': {
    desk: READ,
    // a person who wrote one of its values cannot sign it
    reporter:
      'select, insert (id, area, cycle, organisation, note, letter, prepared_by), update (decision, decided_by, decided_at, ended_at, comment, submission)',
    rows: { ...own(), ofReporter: NOT_BY_AUTHOR },
  },
  'work.signature_request_revision': {
    ...{ desk: READ, reporter: ADD, rows: { ...own(), ofReporter: NOT_DECIDED_YET } },
  },
  'work.reopening': { desk: KEEP, reporter: KEEP, rows: own() },
  'work.assignment': { desk: CHANGE, reporter: LOCK('person'), rows: own() },
  'work.import_job': { desk: CHANGE, reporter: CHANGE, rows: own() },
  'work.import_row': { desk: CHANGE, reporter: CHANGE, rows: ownOfFew('import_job', 'job') },
  'work.file_shape': { desk: KEEP, reporter: KEEP, rows: own() },
  'work.series_mapping': { desk: CHANGE, reporter: CHANGE, rows: own() },
  'work.evidence': { desk: ADD, reporter: ADD, rows: own() },
  'work.evidence_content': { desk: ADD, reporter: ADD, rows: ownBy('evidence', 'evidence') },
  'work.evidence_mark': { desk: ADD, reporter: READ, rows: ownBy('evidence', 'evidence') },
  'work.revision_evidence': { desk: READ, reporter: ADD, rows: ownBy('revision', 'revision') },
  'work.target_plan': { desk: KEEP, reporter: READ, rows: own() },
  'work.agreement': { desk: KEEP, reporter: null, rows: own() },
  'work.alternative': { desk: CHANGE, reporter: READ, rows: own() },
  'work.alternative_choice': { desk: ADD, reporter: READ, rows: own() },
  'work.nudge': { desk: ADD, reporter: READ, rows: own() },
  'work.webhook': { desk: KEEP, reporter: KEEP, rows: own() },
  'work.webhook_delivery': { desk: CHANGE, reporter: READ, rows: ownBy('webhook', 'webhook') },
  'work.api_token': { desk: KEEP, reporter: KEEP, rows: every(ACCOUNT) },

  // releases, and the true counts that they hide
  'work.released_table': { desk: ADD, reporter: null, rows: hidden },
  'work.released_count': { desk: ADD, reporter: null, rows: hidden },
  'work.different_count': { desk: ADD, reporter: null, rows: hidden },
  'work.planned_release': { desk: KEEP, reporter: null, rows: hidden },
  'work.withdrawal': { desk: KEEP, reporter: null, rows: hidden },
  'work.withdrawal_cell': { desk: ADD, reporter: null, rows: hidden },
  'work.withdrawn_row': { desk: ADD, reporter: null, rows: hidden },

  // the framework
  'work.action': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.action_indicator': { desk: CHANGE, reporter: READ, rows: every(FRAMEWORK) },
  'work.area': { desk: KEEP, reporter: LOCK('position'), rows: every(FRAMEWORK) },
  'work.region': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.indicator': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.benchmark': { desk: CHANGE, reporter: READ, rows: every(FRAMEWORK) },
  'work.denominator': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.source': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.series_break': { desk: CHANGE, reporter: READ, rows: every(FRAMEWORK) },
  'work.event': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.method_note': { desk: ADD, reporter: READ, rows: every(FRAMEWORK) },
  'work.validation_rule': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.cycle': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.help_line': { desk: KEEP, reporter: READ, rows: every(FRAMEWORK) },
  'work.organisation': { desk: KEEP, reporter: READ, rows: every('its name stands on pages') },

  // accounts and sessions
  'work.user_account': {
    desk: KEEP,
    // all columns except role and country
    reporter:
      'select, update (name, email, password_hash, last_signed_in_at, language, calendar, version)',
    rows: every(ACCOUNT),
  },
  'work.session': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.unfinished_sign_in': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.sign_in_failure': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.sign_in_place': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.authenticator': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.passkey': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.passkey_challenge': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.recovery_code': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.external_identity': { desk: CHANGE, reporter: ADD, rows: every(ACCOUNT) },
  'work.invitation': { desk: CHANGE, reporter: KEEP, rows: every(ACCOUNT) },
  'work.email_change': { desk: CHANGE, reporter: KEEP, rows: every(ACCOUNT) },
  'work.account_confirmation': { desk: KEEP, reporter: KEEP, rows: every(ACCOUNT) },
  'work.idempotent_answer': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.follow': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.follower': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.saved_view': { desk: CHANGE, reporter: CHANGE, rows: every(ACCOUNT) },
  'work.subscriber': {
    desk: CHANGE,
    reporter: CHANGE,
    rows: every('of a reader who has no country'),
  },
  'work.notification': {
    desk: CHANGE,
    // what an inbox shows, but not the text of a mail: some hold a link into an account
    reporter:
      'insert, delete, select (id, key, kind, subject, language, path, recipient, subscriber, created_at, read_at), update (read_at)',
    rows: every('written before anybody is signed in'),
  },
  'work.announced_return': { desk: CHANGE, reporter: null, rows: hidden },
  'work.announced_message': { desk: CHANGE, reporter: null, rows: hidden },
  'work.audit_event': {
    desk: ADD,
    // who did what, but not which values were changed
    reporter: 'insert, select (number, at, actor, operation, subject, hash)',
    rows: every('an event is chained to the last one, whosever it is'),
  },
};

/** What a release writes: these rows never change. In all other tables a release ends rows of earlier ones. */
const WRITTEN_ONCE: readonly (keyof PublicTables)[] = [
  'publication.release',
  'publication.tombstone',
];
/** Tables from which a withdrawal for safety deletes rows; triggers refuse any other deletion. */
const WITHDRAWN: readonly (keyof PublicTables)[] = [
  'publication.alternative',
  'publication.event',
  'publication.document',
  'publication.value_document',
];

export function publicationRights(table: keyof PublicTables): string {
  if (WRITTEN_ONCE.includes(table)) return ADD;
  return WITHDRAWN.includes(table) ? CHANGE : KEEP;
}
