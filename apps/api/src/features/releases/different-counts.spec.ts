import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameworkDocument } from '@qadam/domain';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { ReleasesService } from './releases.service.ts';

const OFFICER = 'officer@demo.example';
const STATE = `mutation ($input: StateDifferentCountsInput!) { stateDifferentCounts(input: $input) { problems { code field } } }`;
const at = (indicator: string, year: number) => ({ indicator, area: 'UZB', year });

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
});
afterAll(() => test.stop());

async function release() {
  const publication = { asOfYear: 2025, annual: false, note: { en: 'A release.' } };
  const { problems } = await serverWork(test, ReleasesService).publishUnattended(publication);
  return problems.map(({ code, params }) => ({
    code,
    ...Object.fromEntries(params.map(({ name, value }) => [name, value])),
  }));
}

async function state(input: object, who = OFFICER) {
  const { data, errors } = await test.work(who, STATE, {
    input: {
      count: 'A5.8',
      other: 'A5.6',
      reason: 'Orders, not cases.',
      ...input,
      idempotencyKey: randomUUID(),
    },
  });
  return errors?.[0]?.extensions.code ?? (data.stateDifferentCounts.problems as { code: string }[]);
}

async function shown(indicator: string, year: number) {
  const [row] = await test.em().execute<{ value: string | null }[]>(
    `select trim_scale(value)::text as value from publication.value
     where indicator = ? and area = 'UZB' and year = ? and until_release is null`,
    [indicator, year],
  );
  return row?.value;
}

describe('a count that equals a hidden one of the same action', () => {
  beforeAll(async () => {
    await reportFigures(test.em(), [
      { ...at('A5.6', 2011), value: '3' },
      { ...at('A5.8', 2011), value: '3' },
    ]);
  });

  it('stops the release until an officer says whether they are the same', async () => {
    const missing = { shown: 'A5.8', hidden: 'A5.6', area: 'UZB', year: '2011' };
    expect(await release()).toEqual([{ code: 'LINK_MISSING', ...missing }]);
  });

  it('is said to be another one in words, by an officer alone', async () => {
    expect(await state({ reason: ' ' })).toMatchObject([{ code: 'DIFFERENCE_REASON' }]);
    expect(await state({ count: 'A9.9' })).toMatchObject([{ code: 'UNKNOWN_REFERENCE' }]);
    expect(await state({ count: 'A5.4:DENOMINATOR' })).toMatchObject([{ code: 'SAME_COUNT' }]);
    expect(await state({}, 'reporter.uzb@demo.example')).toBe('FORBIDDEN');
    expect(await release()).toMatchObject([{ code: 'LINK_MISSING' }]);
  });

  it('is shown once that is said, and what was said is on record', async () => {
    expect(await state({})).toEqual([]);
    expect(await state({})).toEqual([]);
    expect(await release()).toEqual([]);
    expect([await shown('A5.8', 2011), await shown('A5.6', 2011)]).toEqual(['3', null]);
    const events = await test.em().execute<{ after: object }[]>(
      `select e.after from work.audit_event e join work.user_account u on u.id = e.actor
       where e.operation = 'STATE_DIFFERENT_COUNTS' and u.email = ?`,
      [OFFICER],
    );
    const after = { count: 'A5.6', other: 'A5.8', reason: 'Orders, not cases.' };
    expect(events).toEqual([{ after }]);
  });
});

it('a count is asked about although another face of its table is left out', async () => {
  const of = (indicator: string, area: string, value: string, breakdown = '_T') => ({
    indicator,
    area,
    year: 1999,
    value,
    breakdown,
  });
  await reportFigures(test.em(), [
    of('A5.6', 'KAZ', '210'),
    of('A5.6', 'KGZ', '64'),
    of('A5.6', 'TJK', '4'),
    of('A5.6', 'UZB', '120'),
    of('A5.6', 'CA4', '398'),
    of('A5.10', 'KGZ', '64'),
    ...['3', '2', '1', '58'].map((value, i) => of('A5.10', 'KGZ', value, `X${String(i)}`)),
  ]);
  const missing = { shown: 'A5.10', hidden: 'A5.6', area: 'KGZ', year: '1999' };
  expect(await release()).toEqual([{ code: 'LINK_MISSING', ...missing }]);
  expect(await state({ count: 'A5.10' })).toEqual([]);
  expect(await release()).toEqual([]);
});

it('a statement about two counts is kept whatever the sort order of the database', async () => {
  // one code comes first in the order of a language, the other in the order of characters
  await test.em().execute(
    `insert into work.indicator select (jsonb_populate_record(i, '{"code": "A2.40", "position": 99}')).*
     from work.indicator i where code = 'A2.4'`,
  );
  expect(await state({ count: 'A2.4:DENOMINATOR', other: 'A2.40' })).toEqual([]);
});

describe('a link that the framework declares', () => {
  const headers = async () => ({
    cookie: await test.cookie(OFFICER),
    'x-qadam': '1',
    'content-type': 'application/json',
  });

  async function change(code: string, fields: object) {
    const file = (
      await test.http({ url: '/framework.json', headers: await headers() })
    ).json<FrameworkDocument>();
    const indicators = file.indicators
      .filter((one) => one.code === code)
      .map((one) => ({ ...one, ...fields }));
    const payload = JSON.stringify({ ...file, actions: [], indicators });
    const send = async (query: string) =>
      (
        await test.http({
          method: 'POST',
          url: `/framework?${query}`,
          headers: await headers(),
          payload,
        })
      ).json<{
        basis: string;
        problems: { code: string }[];
        warnings: { code: string; params: { name: string; value: string }[] }[];
      }>();
    const { basis, problems } = await send('dryRun=true');
    return problems.length > 0 ? { problems, warnings: [] } : send(`dryRun=false&basis=${basis}`);
  }
  const codesOf = ({ problems }: { problems: { code: string }[] }) =>
    problems.map(({ code }) => code);

  it('is asked about where counts are equal again and again', async () => {
    await reportFigures(
      test.em(),
      [2001, 2002, 2003].flatMap((year) => [
        { ...at('A5.10', year), value: String(100 + year) },
        {
          ...at('A5.3', year),
          value: '10',
          numerator: String(Math.round((100 + year) / 10)),
          denominator: String(100 + year),
        },
      ]),
    );
    const { warnings } = await change('A5.3', { decimals: 2 });
    expect(warnings).toEqual([
      {
        code: 'LIKELY_LINK',
        field: null,
        params: [
          { name: 'count', value: 'A5.3:DENOMINATOR' },
          { name: 'other', value: 'A5.10' },
          { name: 'cells', value: '3' },
        ],
      },
    ]);
    const declared = await change('A5.3', { denominatorOf: 'A5.10' });
    expect(declared.warnings).toEqual([]);
  });

  it('names a count that is there, and never its own', async () => {
    expect(codesOf(await change('A5.3', { denominatorOf: 'A9.9' }))).toEqual(['UNKNOWN_REFERENCE']);
    expect(codesOf(await change('A5.3', { numeratorOf: 'A5.3' }))).toEqual(['LINKED_TO_ITSELF']);
    expect(codesOf(await change('A5.3', { numeratorOf: 'A5.10' }))).toEqual(['LINKED_TO_ITSELF']);
  });

  it('hides in every indicator what one of them hides, and is not taken back after a release', async () => {
    await reportFigures(test.em(), [
      { ...at('A5.10', 2000), value: '4' },
      { ...at('A5.3', 2000), value: '0', numerator: '0', denominator: '4' },
    ]);
    expect(await release()).toEqual([]);
    expect([await shown('A5.10', 2000), await shown('A5.3', 2000)]).toEqual([null, null]);
    expect(codesOf(await change('A5.3', { denominatorOf: null }))).toEqual([
      'CONTROL_STAYS_STRICT',
    ]);
  });
});
