import { describe, expect, it } from '@jest/globals';
import { verifyChain } from '../audit/chain.ts';
import { embargoes, later, OFFICER } from '../../testing/embargoes.ts';
import { serverWork } from '../../testing/server-work.ts';
import { ReleasesService } from './releases.service.ts';

const {
  cancel,
  endEmbargo,
  figure,
  idempotencyKey,
  list,
  mailedTo,
  plan,
  preview,
  publish,
  publishDue,
  releases,
  test,
} = embargoes();

describe('a release under an embargo', () => {
  it('waits for its time and is published then, exactly as it was previewed', async () => {
    await figure('100');
    const { data } = await plan(later(3_600_000));
    expect(data.planRelease).toMatchObject({ problems: [], planned: [{ state: 'PLANNED' }] });
    await publishDue();
    expect(await releases()).toEqual([]);
    await endEmbargo();
    await Promise.all([publishDue(), publishDue()]);
    const published = await releases();
    expect(published).toHaveLength(1);
    expect(await list()).toMatchObject([{ state: 'PUBLISHED', number: published[0]?.number }]);
    const [event] = await test()
      .em()
      .execute<{ email: string }[]>(
        `select u.email from work.audit_event e join work.user_account u on u.id = e.actor where e.operation = 'PUBLISH_RELEASE'`,
      );
    expect(event?.email).toBe(OFFICER);
    expect(await verifyChain(test().em())).toMatchObject({ ok: true });
  });

  it('keeps everything else from being published before it, also from the command line', async () => {
    await figure('104');
    const hash = await preview();
    const { data } = await plan(later(3_600_000), hash);
    const before = await releases();
    const planned = [expect.objectContaining({ code: 'RELEASE_PLANNED' })];
    expect((await publish(hash)).data.publishRelease.problems).toEqual(planned);
    const request = { asOfYear: 2025, annual: false, note: { en: 'Too early.' } };
    const answer = await serverWork(test(), ReleasesService).publishUnattended(request);
    expect(answer).toEqual({ number: null, problems: planned });
    expect(await releases()).toEqual(before);
    await cancel(data.planRelease.planned[0].id);
    expect((await publish(hash)).data.publishRelease.problems).toEqual([]);
  });

  it('is refused for good, with the reason, where anything changed before its time', async () => {
    await figure('101');
    await plan(later(3_600_000));
    await figure('102');
    await endEmbargo();
    await publishDue();
    expect((await list())[0]).toMatchObject({
      state: 'REFUSED',
      number: null,
      problems: [{ code: 'PREVIEW_OUTDATED' }],
    });
    expect(await releases()).toHaveLength(2);
    expect(await mailedTo()).toEqual([OFFICER]);
    await expect(
      test().em().execute(`update work.planned_release set settled_at = null, state = 'PLANNED'`),
    ).rejects.toThrow('append-only');
  });

  it('is published though a cycle has opened by then: nobody has changed anything', async () => {
    const cycle = (opensOn: string) =>
      test()
        .em()
        .execute(
          `insert into work.cycle (year, opens_on, due_on, closes_on) values (2019, ${opensOn}, current_date + 60, current_date + 90)
         on conflict (year) do update set opens_on = excluded.opens_on`,
        );
    await figure('106');
    await cycle('current_date + 1');
    const { data } = await plan(later(3_600_000));
    await endEmbargo("planned_at = planned_at - interval '1 day'");
    await cycle('current_date');
    await publishDue();
    const [{ id }] = data.planRelease.planned;
    const planned = (await list()).find((one) => one.id === id);
    expect(planned).toMatchObject({ state: 'PUBLISHED', problems: [] });
  });

  it('can be cancelled once, before its time', async () => {
    const { data } = await plan(later(3_600_000));
    const [{ id }] = data.planRelease.planned;
    expect((await cancel(id)).data.cancelPlannedRelease).toMatchObject({
      problems: [],
      planned: expect.arrayContaining([expect.objectContaining({ id, state: 'CANCELLED' })]),
    });
    expect((await cancel(id)).data.cancelPlannedRelease.problems).toEqual([
      { code: 'INVALID_STATE' },
    ]);
    await publishDue();
    expect(await releases()).toHaveLength(3);
  });

  it('needs a time to come, a current preview, and no other plan beside it', async () => {
    await figure('103');
    const codes = async (answer: ReturnType<typeof plan>) =>
      (await answer).data.planRelease.problems.map(({ code }: { code: string }) => code);
    const hash = await preview();
    expect(await codes(plan(later(-1000), hash))).toEqual(['EMBARGO_PASSED']);
    expect(await codes(plan(later(60_000), 'another hash'))).toEqual(['PREVIEW_OUTDATED']);
    expect(await codes(plan(later(60_000), hash, { text: 'x'.repeat(4001) }))).toEqual([
      'TEXT_TOO_LONG',
    ]);
    const [at, key] = [later(60_000), idempotencyKey()];
    expect(await codes(plan(at, hash))).toEqual([]);
    expect(await codes(plan(at, hash, { key }))).toEqual(['RELEASE_PLANNED']);
    await test().em()
      .execute(`update work.planned_release set state = 'CANCELLED', settled_at = now()
      where state = 'PLANNED'`);
    // a refusal is not stored under the key: the same request succeeds once the reason is gone
    expect(await codes(plan(at, hash, { key }))).toEqual([]);
    const { errors } = await plan('tomorrow', hash);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is planned by officers and seen by auditors', async () => {
    for (const who of ['reporter.kaz@demo.example', 'auditor@demo.example'])
      expect((await plan(later(60_000), 'x', { who })).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    expect(await list('auditor@demo.example')).toHaveLength((await list()).length);
  });
});
