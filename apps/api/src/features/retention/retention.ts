import { sql } from 'kysely';
import type { Expiry } from '../../database/old-rows.ts';
import { ANSWER_KEPT } from '../desk-changes/desk-change.ts';
import { STEP_LIFE } from '../users/second-factor/unfinished-sign-in.store.ts';
import { SESSION_LIFE } from '../users/session.store.ts';
import { FORGOTTEN_AFTER, PLACE_KEPT } from '../users/sign-in-limits.ts';

/** How long data about people or their work is kept, if not for good. docs/data-protection.md gives the reasons; a spec compares the two. */
export const RETENTION: readonly Expiry[] = [
  { table: 'work.session', since: 'created_at', kept: SESSION_LIFE },
  { table: 'work.unfinished_sign_in', since: 'created_at', kept: STEP_LIFE },
  { table: 'work.passkey_challenge', since: 'created_at', kept: STEP_LIFE },
  { table: 'work.sign_in_failure', since: 'last_failed_at', kept: FORGOTTEN_AFTER },
  { table: 'work.sign_in_place', since: 'last_signed_in_at', kept: PLACE_KEPT },
  { table: 'work.invitation', since: 'expires_at', kept: '180 days' },
  { table: 'work.email_change', since: 'expires_at', kept: '180 days' },
  { table: 'work.idempotent_answer', since: 'created_at', kept: ANSWER_KEPT },
  { table: 'work.notification', since: 'created_at', kept: '180 days' },
  // an error report to the programme office: kept for a week after it is sent, in case it is lost on the way
  {
    ...{ table: 'work.notification', since: 'changed_at', kept: '7 days' },
    of: sql`state = 'SENT' and recipient is null`,
  },
  {
    ...{ table: 'work.subscriber', since: 'asked_at', kept: '7 days' },
    of: sql`confirmed_at is null`,
  },
  // with its file; the values stored from it are in the revisions
  { table: 'work.import_job', since: 'created_at', kept: '30 days' },
  { table: 'work.webhook_delivery', since: 'created_at', kept: '30 days' },
];
