import { describe, expect, it, jest } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { Planner } from './disclosure/planner.ts';
import { embargoes, later, OFFICER } from '../../testing/embargoes.ts';

const { endEmbargo, figure, list, mailedTo, plan, preview, publish, publishDue, releases, test } =
  embargoes();

describe('a release under an embargo', () => {
  it.each([
    ['is disabled', 'disabled_at = now()', 'disabled_at = null'],
    ['is limited to a country', `areas = '{KAZ}'`, 'areas = null'],
    ['has another role', `role = 'AUDITOR'`, `role = 'OFFICER'`],
  ])('is refused where its officer %s by then', async (_what, leave, back) => {
    const change = (columns: string) =>
      test()
        .em()
        .execute(`update work.user_account set ${columns}, version = version + 1 where email = ?`, [
          OFFICER,
        ]);
    await figure('100');
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
    expect(await releases()).toEqual([]);
    expect((await mailedTo()).at(-1)).toBe('officer2@demo.example');
  });

  it('is neither refused for good nor called outdated where disclosure control could not be planned', async () => {
    await reportFigures(
      test().em(),
      [{ value: '60' }, { sex: 'F', value: '40' }, { sex: 'M', value: '20' }].map((cell) => ({
        ...{ indicator: 'A5.10', area: 'TJK', year: 2024 },
        ...cell,
      })),
    );
    const hash = await preview();
    const planner = test().app.get(Planner, { strict: false });
    const breakDown = () => {
      jest.spyOn(planner, 'kept').mockReturnValue(undefined);
      jest.spyOn(planner, 'plan').mockResolvedValue('FAILED');
    };
    const state = async () => (await list())[0]?.state;
    try {
      breakDown();
      const unplanned = expect.objectContaining({ code: 'DISCLOSURE_NOT_PLANNED' });
      expect((await publish(hash)).data.publishRelease.problems).toEqual([unplanned]);
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
});
