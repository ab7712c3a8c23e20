import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { ReleasesService } from '../releases/releases.service.ts';

const OFFICER = 'officer@demo.example';
const DESK = `query { agreementDesk(lang: en) { agreements { id state indicators signedOn document { id } body { id area } endedReason }
  waiting { indicator area year values body { id } } bodies { id } documents { id } indicators { code } } }`;
const RECORD = `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { id problems { code field } } }`;
const END = `mutation ($input: EndAgreementInput!) { endAgreement(input: $input) { id problems { code field } } }`;
const PREVIEW = `query { releasePreview(asOfYear: 2025, annual: false, lang: en) { waiting { indicator area year values } } }`;

const POLICE = randomUUID();
const HEALTH = randomUUID();
const LETTER = randomUUID();
const FOREIGN = randomUUID();

let test: TestApp;
let serial = 0;
const idempotencyKey = () => `agreement-key-${String((serial += 1))}`;
const publish = () =>
  new ReleasesService(test.em()).publishUnattended({
    asOfYear: 2025,
    annual: false,
    note: { en: 'A release.' },
  });
const record = async (who: string, more: object = {}) =>
  test.work(who, RECORD, {
    input: {
      body: POLICE,
      signedOn: '2024-01-01',
      document: LETTER,
      ...more,
      idempotencyKey: idempotencyKey(),
    },
  });
const desk = async (who = OFFICER) => (await test.work(who, DESK)).data.agreementDesk;
const regional = async () =>
  test
    .em()
    .execute<{ region: string; value: string }[]>(
      `select region, trim_scale(value)::text as value from publication.value where region <> '_T' and until_release is null order by region`,
    );
const report = (north: string, reason?: string) =>
  reportFigures(
    test.em(),
    ['KZ-10', 'KZ-11'].map((region, i) => ({
      indicator: 'A5.8',
      area: 'KAZ',
      year: 2024,
      region,
      value: String(Number(north) + i),
      ...(reason === undefined ? {} : { reason }),
    })),
  );

beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  const em = test.em();
  for (const [id, code] of [
    [POLICE, 'TEST_POLICE'],
    [HEALTH, 'TEST_HEALTH'],
  ])
    await em.execute(
      `insert into work.organisation (id, code, area, names) values (?, ?, 'KAZ', '{"en": "A body"}')`,
      [id, code],
    );
  await em.execute(
    `insert into work.cycle (year, opens_on, due_on, closes_on) values (2024, '2025-01-01', '2025-03-31', '2025-06-30') on conflict do nothing`,
  );
  await em.execute(
    `insert into work.assignment (cycle, indicator, area, organisation) values (2024, 'A5.8', 'KAZ', ?)
     on conflict (cycle, area, indicator) do update set organisation = excluded.organisation`,
    [POLICE],
  );
  for (const [id, area] of [
    [LETTER, 'KAZ'],
    [FOREIGN, 'KGZ'],
  ])
    await em.execute(
      `insert into work.evidence (id, area, kind, title, url, added_by) select ?, ?, 'LINK', 'A letter', 'https://agreement.example/' || ?, id
       from work.user_account where email = 'reporter.kaz@demo.example'`,
      [id, area, id],
    );
  await reportFigures(em, [{ indicator: 'A5.8', area: 'KAZ', year: 2024, value: '900' }]);
  await report('100');
}, 90_000);
afterAll(() => test.stop());

describe('figures below national level', () => {
  it('wait for the agreement of the body that reported them, and the preview says so', async () => {
    expect(await publish()).toMatchObject({ problems: [] });
    expect(await regional()).toEqual([]);
    const waiting = [{ indicator: 'A5.8', area: 'KAZ', year: 2024, values: 2 }];
    expect((await test.work(OFFICER, PREVIEW)).data.releasePreview.waiting).toEqual(waiting);
    expect((await desk()).waiting).toEqual([{ ...waiting[0], body: { id: POLICE } }]);
  });

  it('are opened by officers only, with the document and days of the agreement; auditors read', async () => {
    for (const who of ['reporter.kaz@demo.example', 'auditor@demo.example', 'admin@demo.example'])
      expect((await record(who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await test.work('reporter.kaz@demo.example', DESK)).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await desk('auditor@demo.example')).agreements).toEqual([]);
    const problems = async (more: object) =>
      (await record(OFFICER, more)).data.recordAgreement.problems;
    expect(await problems({ signedOn: '2024-02-30' })).toEqual([
      { code: 'NOT_A_DATE', field: 'signedOn' },
    ]);
    expect(await problems({ validUntil: '2023-12-31' })).toEqual([
      { code: 'AGREEMENT_ENDS_BEFORE', field: 'validUntil' },
    ]);
    expect(await problems({ document: FOREIGN })).toEqual([
      { code: 'AGREEMENT_DOCUMENT', field: 'document' },
    ]);
    expect(await problems({ indicators: ['A1.1'] })).toEqual([
      { code: 'AGREEMENT_INDICATORS', field: 'indicators' },
    ]);
  });

  it('are not opened by another body’s agreement, for another indicator, not yet or not any more', async () => {
    for (const more of [
      { body: HEALTH },
      { indicators: ['F1.2'] },
      { signedOn: '2099-01-01' },
      { validUntil: '2024-12-31' },
    ])
      expect((await record(OFFICER, more)).data.recordAgreement.problems).toEqual([]);
    const { agreements, waiting } = await desk();
    expect(agreements.map(({ state }: { state: string }) => state).sort()).toEqual([
      'EXPIRED',
      'IN_FORCE',
      'IN_FORCE',
      'NOT_YET',
    ]);
    expect(waiting).toHaveLength(1);
    expect(await publish()).toMatchObject({ problems: [{ code: 'NOTHING_TO_RELEASE' }] });
  });

  it('leave with the next release once it is on record', async () => {
    const { data } = await record(OFFICER, { indicators: ['A5.8'] });
    expect(data.recordAgreement.problems).toEqual([]);
    expect((await desk()).waiting).toEqual([]);
    expect(await publish()).toMatchObject({ problems: [] });
    expect(await regional()).toEqual([
      { region: 'KZ-10', value: '100' },
      { region: 'KZ-11', value: '101' },
    ]);
  });

  it('stay as published when it ends; new ones wait again, and both acts are in the chain', async () => {
    const { agreements } = await desk();
    const standing = agreements.find(
      ({ indicators }: { indicators: string[] | null }) => indicators?.[0] === 'A5.8',
    );
    const end = (reason: string) =>
      test.work(OFFICER, END, {
        input: { id: standing.id, reason, idempotencyKey: idempotencyKey() },
      });
    expect((await end(' ')).data.endAgreement.problems).toEqual([
      { code: 'AGREEMENT_REASON', field: 'reason' },
    ]);
    expect((await end('The body took it back.')).data.endAgreement.problems).toEqual([]);
    expect((await end('Twice.')).data.endAgreement.problems).toEqual([
      { code: 'INVALID_STATE', field: null },
    ]);
    await report('200', 'CORRECTION');
    await reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'KAZ', year: 2024, value: '950', reason: 'CORRECTION' },
    ]);
    expect(await publish()).toMatchObject({ problems: [] });
    expect((await regional()).map(({ value }) => value)).toEqual(['100', '101']);
    expect((await desk()).waiting).toMatchObject([{ values: 2 }]);
    const events = await test
      .em()
      .execute<{ operation: string }[]>(
        `select operation from work.audit_event where operation like '%AGREEMENT' order by number`,
      );
    expect(events.map(({ operation }) => operation)).toEqual([
      ...Array.from({ length: 5 }, () => 'RECORD_AGREEMENT'),
      'END_AGREEMENT',
    ]);
  });

  it('about shelters leave only where three centres or more stand behind them, and the preview names the others', async () => {
    await test.em().execute(
      `insert into work.assignment (cycle, indicator, area, organisation)
       select 2024, code, 'KAZ', ? from work.indicator where code in ('A6.2', 'A6.4', 'F2.6')
       on conflict (cycle, area, indicator) do update set organisation = excluded.organisation`,
      [POLICE],
    );
    const share = (indicator: string, region: string, numerator: string, denominator: string) => ({
      ...{ indicator, area: 'KAZ', year: 2024, region, numerator, denominator },
      value: String((100 * Number(numerator)) / Number(denominator)),
    });
    await reportFigures(test.em(), [
      share('A6.4', 'KZ-10', '1', '2'),
      share('A6.4', 'KZ-11', '1', '4'),
      share('A6.4', 'KZ-39', '1', '3'),
      share('A6.4', '_T', '3', '9'),
      // of the same centres, but without the country
      share('A6.2', 'KZ-11', '1', '4'),
      share('A6.2', 'KZ-39', '1', '3'),
      share('F2.6', 'KZ-11', '30', '40'), // a figure about places, which does not tell how many centres have them
    ]);
    const recorded = await record(OFFICER, { indicators: ['A6.2', 'A6.4', 'F2.6'] });
    expect(recorded.data.recordAgreement.problems).toEqual([]);
    const { data } = await test.work(
      OFFICER,
      `query { releasePreview(asOfYear: 2025, annual: false, lang: en) { withheldForShelters { indicator area year values } } }`,
    );
    expect(data.releasePreview.withheldForShelters).toEqual([
      { indicator: 'A6.2', area: 'KAZ', year: 2024, values: 1 },
      { indicator: 'A6.4', area: 'KAZ', year: 2024, values: 2 },
      { indicator: 'F2.6', area: 'KAZ', year: 2024, values: 1 },
    ]);
    expect(await publish()).toMatchObject({ problems: [] });
    const published = await test
      .em()
      .execute<{ indicator: string; region: string }[]>(
        `select indicator, region from publication.value where region <> '_T' and indicator in ('A6.2', 'A6.4', 'F2.6') order by indicator`,
      );
    // the region with three centres covers the one with two, which could be subtracted otherwise
    expect(published).toEqual([
      { indicator: 'A6.2', region: 'KZ-11' },
      { indicator: 'A6.4', region: 'KZ-11' },
    ]);
  });
});
