import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures, type Figure } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { inWork } from '../../testing/reporting-fixture.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { CurrentRelease } from './current-release.ts';

const OFFICER = 'officer@demo.example';
const PREVIEW = `query ($annual: Boolean!) { releasePreview(asOfYear: 2025, annual: $annual, lang: en) {
  number previous previewHash values newlyApproved counts { class count } items { kind class subject area fromValue toValue hidden }
  hidden { indicator area year face primary } held { indicator year reasons } withheldFaces { indicator area face reason } problems { code } } }`;
const PUBLISH = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { number problems { code } } }`;
const VICTIMS = `query ($release: ID) { indicator(code: "A5.10", lang: en, release: $release) { series { area
  values { year value obsStatus via revision approvedOn note { text } } breakdowns { year sex value obsStatus via revision } withheld { year face } } } }`;

const victims = (total: string, f: string, m: string, reason?: string): Figure[] =>
  [{ value: total }, { sex: 'F', value: f }, { sex: 'M', value: m }].map((cell) => ({
    indicator: 'A5.10',
    area: 'TJK',
    year: 2024,
    ...cell,
    ...(reason === undefined ? {} : { reason }),
  }));

describe('a release', () => {
  let test: TestApp;
  let key = 0;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
  }, 60_000);
  afterAll(() => test.stop());

  const preview = async (annual = false) =>
    (await test.work(OFFICER, PREVIEW, { annual })).data.releasePreview;
  const input = (previewHash: string, annual = false) => ({
    asOfYear: 2025,
    annual,
    note: [{ lang: 'en', text: 'A release.' }],
    previewHash,
    idempotencyKey: `release-key-${String((key += 1))}`,
  });
  const publish = async (annual = false) => {
    const { previewHash } = await preview(annual);
    return (await test.work(OFFICER, PUBLISH, { input: input(previewHash, annual) })).data
      .publishRelease;
  };
  const tajik = async (release?: string) => {
    const { data } = await test.publicQuery(VICTIMS, { release: release ?? null });
    return data.indicator.series.find(({ area }: { area: string }) => area === 'TJK');
  };
  const stateOf = async (sex: string) => {
    const rows = await test
      .em()
      .execute<{ state: string }[]>(
        `select state from work.observation where indicator = 'A5.10' and sex = ?`,
        [sex],
      );
    return rows[0]?.state;
  };

  it('is refused to a reporter, shown to an auditor and published by officers only', async () => {
    const asked = { input: input('x') };
    expect(
      (await test.work('reporter.kaz@demo.example', PREVIEW, { annual: true })).errors?.[0]
        ?.extensions.code,
    ).toBe('FORBIDDEN');
    expect(
      (await test.work('auditor@demo.example', PREVIEW, { annual: true })).errors,
    ).toBeUndefined();
    expect(
      (await test.work('auditor@demo.example', PUBLISH, asked)).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
  });

  it('looks for counts of indicators only where one of them has a figure', async () => {
    const lookedFor = async () =>
      (await statementsOf(() => preview())).filter((sent) =>
        sent.includes('"work"."released_count"'),
      );
    expect(await lookedFor()).toEqual([]);
    await reportFigures(test.em(), victims('41', '37', '4'));
    expect(await lookedFor()).not.toEqual([]);
  });

  it('hides a small count and its cover alike, and shows the officer which is which', async () => {
    const { hidden, newlyApproved } = await preview();
    expect(newlyApproved).toBe(3);
    expect(hidden).toEqual([
      { indicator: 'A5.10', area: 'TJK', year: 2024, face: 'F|_T|_T|_T|_T', primary: false },
      { indicator: 'A5.10', area: 'TJK', year: 2024, face: 'M|_T|_T|_T|_T', primary: true },
    ]);
    expect((await publish()).number).toMatch(/^\d{4}\.1$/);
    const { values, breakdowns } = await tajik();
    expect(values).toEqual([expect.objectContaining({ year: 2024, value: '41', via: 'ENTRY' })]);
    expect(breakdowns).toEqual(
      ['F', 'M'].map((sex) => ({
        year: 2024,
        sex,
        value: null,
        obsStatus: 'Q',
        via: null,
        revision: null,
      })),
    );
  });

  it('moves what it holds from approved to published', async () => {
    expect(await stateOf('M')).toBe('PUBLISHED');
    expect(await inWork(test.em())).toEqual({ values: 0, wrong: 0 });
  });

  it('is refused where nothing changed', async () => {
    expect(await publish()).toEqual({ number: null, problems: [{ code: 'NOTHING_TO_RELEASE' }] });
  });

  it('is refused where the officer saw something else', async () => {
    const { previewHash } = await preview();
    await reportFigures(test.em(), [
      {
        indicator: 'F1.1',
        area: 'KAZ',
        year: 2024,
        numerator: '275',
        denominator: '4100',
        value: '6.7',
      },
    ]);
    const { data } = await test.work(OFFICER, PUBLISH, { input: input(previewHash) });
    expect(data.publishRelease).toEqual({ number: null, problems: [{ code: 'PREVIEW_OUTDATED' }] });
  });

  it('is published once, however often the request arrives', async () => {
    const { previewHash } = await preview();
    const asked = { input: input(previewHash) };
    const first = await test.work(OFFICER, PUBLISH, asked);
    expect((await test.work(OFFICER, PUBLISH, asked)).data).toEqual(first.data);
    const [count] = await test
      .em()
      .execute<{ count: number }[]>('select count(*)::int as count from publication.release');
    expect(count?.count).toBe(2);
  });

  it('is refused while a published value is revised without a reason', async () => {
    await reportFigures(test.em(), [{ indicator: 'F1.1', area: 'KAZ', year: 2024, value: '6.8' }]);
    expect((await publish()).problems).toEqual([{ code: 'REASON_MISSING' }]);
    await reportFigures(test.em(), [
      { indicator: 'F1.1', area: 'KAZ', year: 2024, value: '6.8', reason: 'CORRECTION' },
    ]);
    const { items } = await preview();
    expect(items).toContainEqual(
      expect.objectContaining({
        class: 'REVISED',
        subject: 'F1.1',
        fromValue: '6.7',
        toValue: '6.8',
      }),
    );
    expect((await publish()).problems).toEqual([]);
  });

  it('answers as before once a later one is out, to the byte', async () => {
    const before = await everything(test, `${new Date().getUTCFullYear()}.2`);
    await reportFigures(test.em(), victims('60', '44', '16', 'NEW_SOURCE'));
    expect((await publish()).problems).toEqual([]);
    expect(await everything(test, `${new Date().getUTCFullYear()}.2`)).toBe(before);
  });

  it('keeps hidden what was hidden once, although the count is no longer small', async () => {
    const { values, breakdowns } = await tajik();
    expect(values[0].value).toBe('60');
    expect(breakdowns.map(({ obsStatus }: { obsStatus: string }) => obsStatus)).toEqual(['Q', 'Q']);
  });

  it('holds a table whose revision tells of one person until the yearly release', async () => {
    await reportFigures(test.em(), victims('61', '45', '16', 'CORRECTION'));
    const { held } = await preview(false);
    expect(held).toEqual([
      { indicator: 'A5.10', year: 2024, reasons: [expect.stringContaining('SMALL_REVISION')] },
    ]);
    expect(await publish(false)).toEqual({
      number: null,
      problems: [{ code: 'NOTHING_TO_RELEASE' }],
    });
    expect(await stateOf('F')).toBe('APPROVED');
    expect((await inWork(test.em())).wrong).toBe(0);
    expect((await publish(true)).problems).toEqual([]);
    expect((await tajik()).values[0].value).toBe('61');
  });

  it('tells of a figure what earlier releases showed and why it was revised, of a hidden one nothing', async () => {
    const history = async (code: string, area: string, release?: string) => {
      const { data } = await test.publicQuery(
        `query ($code: ID!, $release: ID) { indicator(code: $code, lang: en, release: $release) { series { area
           values { year value reason since earlier { release value obsStatus } } breakdowns { value earlier { value } } } } }`,
        { code, release: release ?? null },
      );
      return data.indicator.series.find((one: { area: string }) => one.area === area);
    };
    const year = new Date().getUTCFullYear();
    const police = await history('F1.1', 'KAZ');
    expect(police.values).toContainEqual({
      year: 2024,
      value: '6.8',
      reason: 'CORRECTION',
      since: `${year}.3`,
      earlier: [{ release: `${year}.2`, value: '6.7', obsStatus: 'A' }],
    });
    // in a past release, later changes are not visible
    expect((await history('F1.1', 'KAZ', `${year}.2`)).values).toContainEqual(
      expect.objectContaining({ value: '6.7', since: `${year}.2`, earlier: [] }),
    );
    const hidden = await history('A5.10', 'TJK');
    expect(hidden.breakdowns).toEqual([
      { value: null, earlier: [] },
      { value: null, earlier: [] },
    ]);
  });

  it('withholds a breakdown that does not add up, and says only that', async () => {
    await reportFigures(test.em(), [
      { indicator: 'A5.10', area: 'UZB', year: 2024, value: '500' },
      { indicator: 'A5.10', area: 'UZB', year: 2024, sex: 'F', value: '300' },
      { indicator: 'A5.10', area: 'UZB', year: 2024, sex: 'M', value: '100' },
    ]);
    const { withheldFaces } = await preview();
    expect(withheldFaces).toEqual([
      { indicator: 'A5.10', area: 'UZB', face: 'sex', reason: 'NOT_ADDITIVE' },
    ]);
    expect((await publish()).problems).toEqual([]);
    const { data } = await test.publicQuery(VICTIMS, {});
    const uzbek = data.indicator.series.find(({ area }: { area: string }) => area === 'UZB');
    expect(uzbek.breakdowns).toEqual([]);
    expect(uzbek.withheld).toEqual([{ year: 2024, face: 'sex' }]);
  });

  it('hides a share whose complement is small, with both its parts', async () => {
    await reportFigures(test.em(), [
      {
        indicator: 'F2.5',
        area: 'KGZ',
        year: 2024,
        numerator: '198',
        denominator: '200',
        value: '99',
      },
    ]);
    expect((await publish()).problems).toEqual([]);
    const [row] = await test
      .em()
      .execute<object[]>(
        `select value, numerator, denominator, obs_status from publication.value where indicator = 'F2.5' and until_release is null`,
      );
    expect(row).toEqual({ value: null, numerator: null, denominator: null, obs_status: 'Q' });
  });

  it('is previewed in exact decimals, however small', async () => {
    await reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'TJK', year: 2013, value: '0.0000001' },
    ]);
    const { items } = await preview();
    expect(items).toContainEqual(
      expect.objectContaining({ subject: 'A5.8', area: 'TJK', toValue: '0.0000001' }),
    );
    expect((await publish()).problems).toEqual([]);
  });

  it.each([
    ['a figure that no release shows', 'KAZ', 2020, '1.5'],
    ['another figure than the release shows', 'UZB', 2024, '52'],
  ])(
    'hides a sensitive baseline that is %s, and what was reasoned from it',
    async (_what, area, year, baseline) => {
      await reportFigures(test.em(), [
        {
          indicator: 'F2.5',
          area: 'UZB',
          year: 2024,
          numerator: '100',
          denominator: '200',
          value: '50',
          reason: 'CORRECTION',
        },
      ]);
      await test.em().execute(
        `insert into work.target_plan (id, indicator, area, version, state, baseline_year, baseline_value, path, points, reference, rationale)
       values (gen_random_uuid(), 'F2.5', ?, 1, 'CONFIRMED', ?, ?, 'LINEAR', '[{"year": 2030, "value": "0"}]', false, '{"en": "Only 3 of 200."}')`,
        [area, year, baseline],
      );
      expect((await publish()).problems).toEqual([]);
      const { data } = await test.publicQuery(
        `{ indicator(code: "F2.5", lang: en) { series { area target { baselineValue rationale { text } } assessment { status progress } } } }`,
      );
      const series = data.indicator.series.find((one: { area: string }) => one.area === area);
      expect(series).toMatchObject({
        target: { baselineValue: null, rationale: { text: '' } },
        assessment: { status: 'SUPPRESSED', progress: null },
      });
    },
  );

  it.each(['a\u0000b', 'half a \ud83d', 'x'.repeat(4001)])(
    'is refused with a note that cannot be kept: %j',
    async (text) => {
      await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'TJK', year: 2010, value: '7' }]);
      const { previewHash } = await preview();
      const asked = { ...input(previewHash), note: [{ lang: 'en', text }] };
      const { data } = await test.work(OFFICER, PUBLISH, { input: asked });
      expect(data.publishRelease).toMatchObject({
        number: null,
        problems: [{ code: expect.stringMatching(/^TEXT_/) }],
      });
    },
  );

  it('is the current one at once where it was published, and is not looked up at every page', async () => {
    const current = test.app.get(CurrentRelease, { strict: false });
    const before = await current.edition();
    expect(await test.statements(() => current.edition())).toBe(0);
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'TJK', year: 2012, value: '7' }]);
    const { number } = await publish();
    expect(number).not.toBe(before);
    expect(await current.edition()).toBe(`${number}-0`);
  });

  it('ends values country by country, of one that has none left too', async () => {
    const standing = (area: string) =>
      test
        .em()
        .execute<object[]>(
          `select from publication.value where area = '${area}' and until_release is null limit 1`,
        );
    expect(await standing('KGZ')).toHaveLength(1);
    await test
      .em()
      .execute(
        `update work.observation set state = 'DRAFT', published_revision = null where area = 'KGZ'`,
      );
    const sent = await statementsOf(async () => {
      expect((await publish()).problems).toEqual([]);
    });
    expect(await standing('KGZ')).toEqual([]);
    expect(await standing('KAZ')).toHaveLength(1);
    const ending = sent.filter((statement) => statement.startsWith('update "publication"."value"'));
    // values end area by area: no statement ends all of them
    expect(ending).toHaveLength(4);
    expect(ending.filter((statement) => !statement.includes('"s"."area" = '))).toEqual([]);
  });
});

/** Everything that a visitor can read in a release, except whether it is the newest. */
async function everything(test: TestApp, release: string): Promise<string> {
  const { data } = await test.publicQuery(VICTIMS, { release });
  const { data: cards } = await test.publicQuery(
    `query ($release: ID) { scorecard(lang: ru, release: $release) { release { number contentHash auditHead publishedAt }
       rows { cells { area level { word percent low high movement } change { class points } fact { indicator stage value } } } }
       country(iso3: "TJK", lang: en, release: $release) { laws { cells { element stage since } levels { level { word } } } indicators { series { points { year value status } } } }
       changes(to: $release, lang: en) { items { subject fromValue toValue } counts { class count } } }`,
    { release },
  );
  return JSON.stringify([data, cards]);
}
