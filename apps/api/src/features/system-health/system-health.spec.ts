import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { version } from '../../http/version.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { DeliveryService } from '../notifications/delivery.service.ts';
import { startJobs, stopJobs } from '../../database/jobs.ts';
import { startMailWorker } from '../notifications/mail-worker.ts';
import { PlannerService } from '../notifications/planner.service.ts';
import type { SystemHealth } from './system-health.type.ts';

const QUERY = `{ systemHealth { version database databaseMegabytes migration sendsMail mailsWaiting
  mailsFailed release releasedAt diskFreeMegabytes diskPercentFree
  jobs { name waiting done failed lastDoneAt } } }`;
let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ seed: 'framework', settings: { sendsMail: false } });
});
afterAll(() => api.stop());
const ask = (who: string | null) => api.work<{ systemHealth: SystemHealth }>(who, QUERY);

describe('the state of the installation', () => {
  it('is shown to administrators and auditors and to nobody else', async () => {
    const codes: Record<string, unknown> = {};
    for (const role of ['admin', 'auditor', 'officer', 'donor', 'reporter.kgz'])
      codes[role] = (await ask(`${role}@demo.example`)).errors?.[0]?.extensions.code ?? 'shown';
    codes['nobody'] = (await ask(null)).errors?.[0]?.extensions.code;
    expect(codes).toEqual({
      admin: 'shown',
      auditor: 'shown',
      officer: 'FORBIDDEN',
      donor: 'FORBIDDEN',
      'reporter.kgz': 'FORBIDDEN',
      nobody: 'UNAUTHENTICATED',
    });
  });

  it('says what a fresh installation has, and that nothing ran and nothing is released yet', async () => {
    const { data } = await ask('admin@demo.example');
    expect(data?.systemHealth).toMatchObject({
      version,
      database: expect.stringMatching(/^\d+\.\d+/),
      migration: expect.stringMatching(/^migration-/i),
      sendsMail: false,
      mailsFailed: 0,
      release: null,
      releasedAt: null,
      jobs: [],
    });
    expect(data?.systemHealth.databaseMegabytes).toBeGreaterThan(0);
    expect(data?.systemHealth.diskPercentFree).toBeLessThanOrEqual(100);
  });

  it('counts the jobs that ran, wait and were given up today, and names neither a person nor a server', async () => {
    const boss = await startJobs(String(api.orm.config.get('clientUrl')));
    await startMailWorker({
      boss,
      planner: api.app.get(PlannerService, { strict: false }),
      delivery: api.app.get(DeliveryService, { strict: false }),
      transport: null,
      print: null,
    });
    await stopJobs(boss);
    await api.em().execute(`delete from pgboss.job where name not like '\\_\\_%'`);
    await api.em().execute(`insert into pgboss.job (name, state, completed_on) values
      ('mail-plan', 'completed', now() - interval '1 hour'), ('mail-plan', 'completed', now() - interval '2 days'),
      ('mail-send', 'created', null), ('mail-send', 'retry', null),
      ('mail-send', 'failed', now()), ('mail-send', 'failed', now() - interval '2 days')`);
    const { data } = await ask('admin@demo.example');
    expect(data?.systemHealth.jobs).toEqual([
      { name: 'mail-plan', waiting: 0, done: 1, failed: 0, lastDoneAt: expect.any(String) },
      { name: 'mail-send', waiting: 2, done: 0, failed: 1, lastDoneAt: null },
    ]);
    const said = JSON.stringify(data);
    expect(said).not.toMatch(/@|:\/\/|password|localhost|127\.0|\/(home|tmp|var)\//i);
    expect(said).not.toContain('a secret that only these tests know');
  });

  it('counts of the mails that were given up those that an officer can send again', async () => {
    await api.em().execute(`
      insert into work.subscriber (id, email, language, kind, asked_at) values (gen_random_uuid(), 'a@example.org', 'en', 'EVERYTHING', now())`);
    await api.em().execute(`
      insert into work.notification (id, key, kind, recipient, subscriber, language, subject, text, html, state, error, job, created_at, changed_at)
      select gen_random_uuid(), e.error || (s.id is null), 'DIGEST', case when s.id is null then u.id end, s.id, 'en', '', '', '', 'FAILED', e.error, gen_random_uuid(), now(), now()
      from (values ('EENVELOPE 550'), ('INTERRUPTED'), ('LINK_CLOSED'), ('ACCOUNT_DISABLED')) e(error),
        (select id from work.user_account limit 1) u, (select id from work.subscriber union all select null) s(id)`);
    const { data } = await ask('admin@demo.example');
    expect(data?.systemHealth.mailsFailed).toBe(2);
    await api.em().execute('delete from work.notification; delete from work.subscriber');
  });

  it('is read in no more than ten statements', async () => {
    expect(await api.statements(() => ask('admin@demo.example'))).toBeLessThanOrEqual(10);
  });
});
