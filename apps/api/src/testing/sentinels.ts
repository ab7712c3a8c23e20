import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AuditService } from '../features/audit/audit.service.ts';
import { reportFigures } from './approved-figures.ts';

/** Found in a public answer, either of these is a leak. */
export const SENTINEL = 'SENTINEL-NOT-PUBLISHED';
export const SENTINEL_FIGURE = '271828182845';

const TEXT = JSON.stringify({ en: SENTINEL, ru: SENTINEL });

/** A row nobody published in every working table, and changes of the framework that no release holds yet. */
export async function plantSentinels(em: EntityManager): Promise<void> {
  const figure = { indicator: 'A5.8', area: 'KAZ', value: SENTINEL_FIGURE };
  await reportFigures(em, [{ ...figure, year: 2019 }], { state: 'DRAFT' });
  await reportFigures(em, [{ ...figure, year: 2018 }], { state: 'SUBMITTED' });
  await reportFigures(em, [{ ...figure, year: 2017 }], { state: 'RETURNED' });
  await reportFigures(em, [{ ...figure, year: 2016 }]);
  await reportFigures(em, [{ ...figure, year: 2015 }], { state: 'APPROVED', sample: true });
  const user = randomUUID();
  const submission = randomUUID();
  const written = `(select id from work.observation where indicator = 'A5.8' and year = 2018 and state = 'SUBMITTED')`;
  const statements: [sql: string, ...params: string[]][] = [
    [
      `insert into work.user_account (id, email, name, role, password_hash) values (?, 'sentinel@demo.example', '${SENTINEL}', 'DONOR', 'x')`,
      user,
    ],
    [
      `insert into work.organisation (id, code, area, names, mailbox) values (?, '${SENTINEL}', 'KAZ', ?, '${SENTINEL}@office.example')`,
      randomUUID(),
      TEXT,
    ],
    [
      `insert into work.planned_release (id, as_of_year, annual, note, preview_hash, publish_at, planned_by)
       values (?, 2025, true, ?, '${SENTINEL}', now() + interval '1 day', ?)`,
      randomUUID(),
      TEXT,
      user,
    ],
    [
      `insert into work.withdrawal (id, indicator, area, year, sex, age, urbanisation, region, breakdown, reason, requested_by)
       values (?, 'A5.8', 'KAZ', 2018, '_T', '_T', '_T', '_T', '_T', '${SENTINEL}', ?)`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.subscriber (id, email, language, kind, asked_at, confirmed_at)
       values (?, '${SENTINEL}@reader.example', 'en', 'EVERYTHING', now(), now())`,
      randomUUID(),
    ],
    [`insert into work.session (token_hash, user_account) values ('${SENTINEL}', ?)`, user],
    [
      `insert into work.sign_in_failure (key, failures, last_failed_at) values ('${SENTINEL}', 1, now())`,
    ],
    [`insert into work.sign_in_place (key, last_signed_in_at) values ('${SENTINEL}', now())`],
    [
      `insert into work.idempotent_answer (user_account, key, request_hash, answer) values (?, '${SENTINEL}', 'x', ?)`,
      user,
      TEXT,
    ],
    [
      `insert into work.area (code, kind, time_zone, names, position) values ('ZZZ', 'COUNTRY', 'UTC', ?, 99)`,
      TEXT,
    ],
    [
      `insert into work.region (code, area, names, position) values ('${SENTINEL}', 'KAZ', ?, 99)`,
      TEXT,
    ],
    [
      `insert into work.source (id, title, publisher, licence, kind) values ('${SENTINEL}', '${SENTINEL}', 'x', 'x', 'OFFICIAL')`,
    ],
    [
      `insert into work.denominator (area, year, kind, value, source) values ('KAZ', 2030, '${SENTINEL}', ${SENTINEL_FIGURE}, '${SENTINEL}')`,
    ],
    [
      `insert into work.action (code, kind, scope, title, reading, position) values ('Z9', 'PRIORITY', 'COUNTRY', ?, ?, 99)`,
      TEXT,
      TEXT,
    ],
    [
      `insert into work.indicator (code, kind, scope, unit, unit_text, decimals, direction, value_type, regional_method, sensitive, whole, name,
        definition, sheet, position) select 'Z9.1', kind, scope, unit, ?, decimals, direction, value_type, regional_method, sensitive, whole, ?, ?, sheet, 99
        from work.indicator where code = 'A5.8'`,
      TEXT,
      TEXT,
      TEXT,
    ],
    [`update work.indicator set name = ? where code = 'A5.8'`, TEXT],
    [
      `insert into work.action_indicator (action, indicator, role, position) values ('A1', 'Z9.1', 'HEADLINE', 99)`,
    ],
    [
      `insert into work.method_note (action, reason, before, after, author) values ('A1', '${SENTINEL}', '[]', '[]', ?)`,
      user,
    ],
    [
      `insert into work.benchmark (id, indicator, value, kind, sense, label, citation) values ('${SENTINEL}', 'A5.8', 1, 'RATE', 'AT_LEAST', ?, ?)`,
      TEXT,
      TEXT,
    ],
    [
      `insert into work.series_break (indicator, area, year, kind, note) values ('A5.8', 'KAZ', 2011, 'law', ?)`,
      TEXT,
    ],
    [
      `insert into work.event (id, indicator, area, date, year, text, source) values ('${SENTINEL}', 'A5.8', 'KAZ', '2020', 2020, ?, '${SENTINEL}')`,
      TEXT,
    ],
    [
      `insert into work.alternative (indicator, area, year, source, value, note, chosen) values ('A5.8', 'KAZ', 2020, '${SENTINEL}', ${SENTINEL_FIGURE}, ?, ?)`,
      TEXT,
      TEXT,
    ],
    [
      `insert into work.cycle (year, opens_on, due_on, closes_on) values (2031, '2032-01-01', '2032-01-02', '2032-01-03')`,
    ],
    [
      `insert into work.assignment (cycle, indicator, area, organisation) select 2031, 'A5.8', 'KAZ', id from work.organisation where code = '${SENTINEL}'`,
    ],
    [
      `insert into work.submission (id, number, cycle, area, note, submitted_by) values (?, '${SENTINEL}', 2031, 'KAZ', '${SENTINEL}', ?)`,
      submission,
      user,
    ],
    [
      `insert into work.submission_revision (submission, revision) select ?, current_revision from work.observation where id = ${written}`,
      submission,
    ],
    [
      `insert into work.review (id, observation, revision, decision, reason, reviewer) select ?, id, current_revision, 'RETURNED', '${SENTINEL}', ?
        from work.observation where id = ${written}`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.message (id, observation, author, text) values (?, ${written}, ?, '${SENTINEL}')`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.target_plan (id, indicator, area, version, state, path, points, reference, rationale, proposed_by)
        values (?, 'A5.8', 'KAZ', 7, 'PROPOSED', 'LINEAR', '[{"year": 2030, "value": "${SENTINEL_FIGURE}"}]', false, ?, ?)`,
      randomUUID(),
      TEXT,
      user,
    ],
    [
      `insert into work.target_plan (id, indicator, area, version, state, path, points, reference, rationale, proposed_by)
        values (?, 'A1.6', 'KAZ', 8, 'CONFIRMED', 'LINEAR', '[{"year": 2030, "value": "${SENTINEL_FIGURE}"}]', false, ?, ?)`,
      randomUUID(),
      TEXT,
      user,
    ],
    [
      `insert into work.help_line (area, lang, text, updated_by) values ('KAZ', 'en', '${SENTINEL}', ?)`,
      user,
    ],
    [
      `insert into work.invitation (id, user_account, token_hash, created_by, expires_at)
        values (?, ?, '${SENTINEL}', ?, now() + interval '1 day')`,
      randomUUID(),
      user,
      user,
    ],
    ...evidenceSentinels(user, written),
    ...importSentinels(user),
    ...mailSentinels(user),
    ...accountSentinels(user),
    ...followingSentinels(user),
  ];
  for (const [sql, ...params] of statements) await em.execute(sql, params);
  await em.transactional((tx) =>
    new AuditService().record(tx, null, 'SAVE_VALUE', SENTINEL, {
      after: { value: SENTINEL_FIGURE },
    }),
  );
}

/** A public mark too: before a release even that shows nothing. */
function evidenceSentinels(
  user: string,
  observation: string,
): [sql: string, ...params: string[]][] {
  const evidence = randomUUID();
  return [
    [
      `insert into work.evidence (id, area, kind, title, media_type, size, sha256, added_by)
        values (?, 'KAZ', 'FILE', '${SENTINEL}', 'application/pdf', 1, '${SENTINEL}', ?)`,
      evidence,
      user,
    ],
    [
      `insert into work.evidence_content (evidence, content) values (?, convert_to('${SENTINEL}', 'UTF8'))`,
      evidence,
    ],
    [
      `insert into work.evidence_mark (evidence, public, marked_by) values (?, true, ?)`,
      evidence,
      user,
    ],
    [
      `insert into work.revision_evidence (revision, evidence, attached, author)
        select current_revision, ?, true, ? from work.observation where id = ${observation}`,
      evidence,
      user,
    ],
    [
      `insert into work.different_count (count, other, reason, stated_by) values ('A5.10', 'A5.8', '${SENTINEL}', ?)`,
      user,
    ],
    [
      `insert into work.agreement (id, organisation, area, signed_on, document, note, recorded_by)
        select ?, id, 'KAZ', '2020-01-01', ?, '${SENTINEL}', ? from work.organisation where code = '${SENTINEL}'`,
      randomUUID(),
      evidence,
      user,
    ],
    [
      `insert into work.reopening (id, indicator, area, year, person, reason) values (?, 'A5.8', 'KAZ', 2018, ?, '${SENTINEL}')`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.alternative_choice (indicator, area, year, source, value, why, decided_by)
        values ('A5.8', 'KAZ', 2020, '${SENTINEL}', ${SENTINEL_FIGURE}, ?, ?)`,
      TEXT,
      user,
    ],
  ];
}

function importSentinels(user: string): [sql: string, ...params: string[]][] {
  const job = randomUUID();
  return [
    [
      `insert into work.import_job (id, area, cycle, file_name, content, state, created_by)
        select ?, 'KAZ', year, '${SENTINEL}', convert_to('${SENTINEL}', 'UTF8'), 'CHECKED', ? from work.cycle limit 1`,
      job,
      user,
    ],
    [
      `insert into work.import_row (job, number, line, verdict, severity, typed) values (?, 1, 1, 'NEW', 'OK', '${SENTINEL_FIGURE}')`,
      job,
    ],
    [
      `insert into work.series_mapping (area, format, series, indicator, note, mapped_by) values ('KAZ', 'csv', '${SENTINEL}', 'A5.8', '${SENTINEL}', ?)`,
      user,
    ],
  ];
}

function accountSentinels(user: string): [sql: string, ...params: string[]][] {
  return [
    [
      `insert into work.email_change (id, user_account, email, token_hash, created_by, expires_at)
        values (?, ?, lower('${SENTINEL}'), '${SENTINEL}', ?, now() + interval '7 days')`,
      randomUUID(),
      user,
      user,
    ],
    [
      `insert into work.account_confirmation (user_account, act, asked_by) values (?, 'INVITED', ?)`,
      user,
      user,
    ],
  ];
}

function mailSentinels(user: string): [sql: string, ...params: string[]][] {
  return [
    [
      `insert into work.notification (id, key, kind, recipient, language, subject, text, html, job, created_at, changed_at)
        values (?, '${SENTINEL}', 'DIGEST', ?, 'en', '${SENTINEL}', '${SENTINEL}', '${SENTINEL}', gen_random_uuid(), now(), now())`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.nudge (id, area, cycle, officer, nudged_at) select ?, 'KAZ', year, ?, now() from work.cycle limit 1`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.announced_return (review, announced_at) select id, now() from work.review limit 1`,
    ],
    [
      `insert into work.announced_message (message, announced_at) select id, now() from work.message limit 1`,
    ],
  ];
}

function followingSentinels(user: string): [sql: string, ...params: string[]][] {
  return [
    [
      `insert into work.follow (user_account, kind, code) values (?, 'ACTION', '${SENTINEL}')`,
      user,
    ],
    [
      `insert into work.saved_view (id, user_account, name, path) values (?, ?, '${SENTINEL}', '/en/search#${SENTINEL}')`,
      randomUUID(),
      user,
    ],
    [
      `insert into work.follower (user_account, looked_at, looked_release) values (?, now(), '${SENTINEL}')`,
      user,
    ],
  ];
}
