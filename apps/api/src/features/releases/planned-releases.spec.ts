import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { AuditService } from '../audit/audit.service.ts';
import { Planner } from './disclosure/planner.ts';
import { PlannedReleasesService } from './planned-releases.service.ts';

const OFFICER = 'officer@demo.example';
const PREVIEW = `query { releasePreview(asOfYear: 2025, annual: false, lang: en) { previewHash } }`;
const PLANNED = `id state number publishAt plannedBy { name } problems { code }`;
const PLAN = `mutation ($input: PlanReleaseInput!) { planRelease(input: $input) { planned { ${PLANNED} } problems { code field } } }`;
const PUBLISH = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { problems { code } } }`;
const CANCEL = `mutation ($input: CancelReleaseInput!) { cancelPlannedRelease(input: $input) { planned { ${PLANNED} } problems { code } } }`;
const LIST = `query { plannedReleases(lang: en) { ${PLANNED} } }`;

let test: TestApp;
let key = 0;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

const idempotencyKey = () => `planned-key-${String((key += 1))}`;
const figure = (value: string) =>
  reportFigures(test.em(), [
    { indicator: 'A5.8', area: 'KAZ', year: 2020, value, reason: 'CORRECTION' },
  ]);
const later = (ms: number) => new Date(Date.now() + ms).toISOString();
const preview = async (): Promise<string> =>
  (await test.work(OFFICER, PREVIEW)).data.releasePreview.previewHash;
async function plan(
  publishAt: string,
  previewHash?: string,
  { who = OFFICER, key = idempotencyKey(), text = 'Under embargo.' } = {},
) {
  const hash = previewHash ?? (await preview());
  const note = [{ lang: 'en', text }];
  const input = { asOfYear: 2025, annual: false, note, previewHash: hash, publishAt };
  return test.work(who, PLAN, { input: { ...input, idempotencyKey: key } });
}
const list = async () => (await test.work(OFFICER, LIST)).data.plannedReleases;
const publishDue = () => serverWork(test, PlannedReleasesService).publishDue();
const releases = async () =>
  test
    .em()
    .execute<{ number: string }[]>('select number from publication.release order by sequence');
/** The embargo ends now, without waiting for it. The trigger lets a planned row only be settled. */
const endEmbargo = () =>
  test.em().transactional(async (em) => {
    await em.execute('alter table work.planned_release disable trigger user');
    await em.execute(`update work.planned_release set publish_at = now() where state = 'PLANNED'`);
    await em.execute('alter table work.planned_release enable trigger user');
  });

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
    const [event] = await test
      .em()
      .execute<{ email: string }[]>(
        `select u.email from work.audit_event e join work.user_account u on u.id = e.actor where e.operation = 'PUBLISH_RELEASE'`,
      );
    expect(event?.email).toBe(OFFICER);
    expect(await new AuditService().verify(test.em())).toMatchObject({ ok: true });
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
    expect(await releases()).toHaveLength(1);
    await expect(
      test.em().execute(`update work.planned_release set settled_at = null, state = 'PLANNED'`),
    ).rejects.toThrow('append-only');
  });

  it.each([
    ['is disabled', 'disabled_at = now()', 'disabled_at = null'],
    ['is limited to a country', `areas = '{KAZ}'`, 'areas = null'],
    ['has another role', `role = 'AUDITOR'`, `role = 'OFFICER'`],
  ])('is refused where its officer %s by then', async (_what, leave, back) => {
    const change = (columns: string) =>
      test
        .em()
        .execute(`update work.user_account set ${columns}, version = version + 1 where email = ?`, [
          OFFICER,
        ]);
    expect((await plan(later(3_600_000))).data.planRelease.problems).toEqual([]);
    await endEmbargo();
    await change(leave);
    await publishDue();
    await change(back);
    expect((await list())[0]).toMatchObject({
      state: 'REFUSED',
      number: null,
      problems: [{ code: 'PLANNER_LEFT' }],
    });
    expect(await releases()).toHaveLength(1);
  });

  it('can be cancelled once, before its time', async () => {
    const { data } = await plan(later(3_600_000));
    const [{ id }] = data.planRelease.planned;
    const cancel = () =>
      test.work(OFFICER, CANCEL, { input: { id, idempotencyKey: idempotencyKey() } });
    expect((await cancel()).data.cancelPlannedRelease).toMatchObject({
      problems: [],
      planned: expect.arrayContaining([expect.objectContaining({ id, state: 'CANCELLED' })]),
    });
    expect((await cancel()).data.cancelPlannedRelease.problems).toEqual([
      { code: 'INVALID_STATE' },
    ]);
    await publishDue();
    expect(await releases()).toHaveLength(1);
  });

  it('is neither refused for good nor called outdated where disclosure control could not be planned', async () => {
    await reportFigures(
      test.em(),
      [{ value: '60' }, { sex: 'F', value: '40' }, { sex: 'M', value: '20' }].map((cell) => ({
        ...{ indicator: 'A5.10', area: 'TJK', year: 2024 },
        ...cell,
      })),
    );
    const hash = await preview();
    const planner = test.app.get(Planner, { strict: false });
    const breakDown = () => {
      jest.spyOn(planner, 'kept').mockReturnValue(undefined);
      jest.spyOn(planner, 'plan').mockResolvedValue('FAILED');
    };
    const state = async () => (await list())[0].state;
    try {
      breakDown();
      const unplanned = expect.objectContaining({ code: 'DISCLOSURE_NOT_PLANNED' });
      const note = [{ lang: 'en', text: 'A release.' }];
      const input = { asOfYear: 2025, annual: false, note, previewHash: hash };
      const published = await test.work(OFFICER, PUBLISH, {
        input: { ...input, idempotencyKey: idempotencyKey() },
      });
      expect(published.data.publishRelease.problems).toEqual([unplanned]);
      const refused = await plan(later(60_000), hash);
      expect(refused.data.planRelease.problems).toEqual([unplanned]);
      jest.restoreAllMocks();
      expect((await plan(later(3_600_000), hash)).data.planRelease.problems).toEqual([]);
      await endEmbargo();
      breakDown();
      await expect(publishDue()).rejects.toThrow('could not be planned');
      expect(await state()).toBe('PLANNED');
    } finally {
      jest.restoreAllMocks();
    }
    await publishDue();
    expect(await state()).toBe('PUBLISHED');
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
    await test.em().execute(`update work.planned_release set state = 'CANCELLED', settled_at = now()
      where state = 'PLANNED'`);
    // a refusal is not kept: the same request goes through once its reason is gone
    expect(await codes(plan(at, hash, { key }))).toEqual([]);
    const { errors } = await plan('tomorrow', hash);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is planned by officers and seen by auditors', async () => {
    for (const who of ['reporter.kaz@demo.example', 'auditor@demo.example'])
      expect((await plan(later(60_000), 'x', { who })).errors?.[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    expect((await test.work('auditor@demo.example', LIST)).errors).toBeUndefined();
  });
});
