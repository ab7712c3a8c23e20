import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { FrameworkDocument } from '@qadam/domain';
import { Observation } from '../features/observations/observation.entity.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { reportFigures } from './approved-figures.ts';
import { deskRequests } from './desk-requests.ts';
import type { TestApp } from './harness.ts';
import { importRequests } from './import-requests.ts';

/** The year of the open cycle. */
export const YEAR = 2025;
export const TOTAL = '_T|_T|_T|_T|_T';
const OFFICER = 'officer@demo.example';
const SECOND = 'officer2@demo.example';

export interface Entered {
  indicator: string;
  area: string;
  /** A sex or a region; otherwise the total. */
  sex?: string;
  region?: string;
  count: number;
  denominator?: number;
}

/** SEX|AGE|URBANISATION|REGION|BREAKDOWN */
export const partOf = ({ sex = '_T', region = '_T' }: Pick<Entered, 'sex' | 'region'>): string =>
  [sex, '_T', '_T', region, '_T'].join('|');

/** The cell of a figure in the open cycle. */
const cellOf = ({ indicator, area, sex = '_T', region = '_T' }: Omit<Entered, 'count'>) => ({
  ...{ indicator, area, year: YEAR, sex, age: '_T', urbanisation: '_T', region, breakdown: '_T' },
});

const placeOf = (figure: Entered) => `${figure.indicator} ${figure.area}|${partOf(figure)}`;
const reporter = (area: string) => `reporter.${area.toLowerCase()}@demo.example`;

interface Preview {
  previewHash: string;
  problems: { code: string }[];
}

/** The reporters and officers of the demonstration at their desks, and the true figures at the time of each release. */
export function figureDesk(api: TestApp) {
  const desk = deskRequests(api);
  const files = importRequests(api);
  /** True figures by number of the release. */
  const truth = new Map<string, Entered[]>();
  const standing = new Map<string, Entered>();

  /** Bodies are not asked for figures by region yet, so these are written as a return would leave them. */
  async function reportRegions(figures: readonly Entered[]): Promise<void> {
    const reason = 'CORRECTION';
    await reportFigures(
      api.em(),
      figures.map(({ count, denominator, ...place }) => ({
        ...{ ...place, year: YEAR, reason },
        ...(denominator === undefined
          ? { value: String(count) }
          : {
              value: ((100 * count) / denominator).toFixed(1),
              numerator: String(count),
              denominator: String(denominator),
            }),
      })),
    );
    for (const figure of figures) standing.set(placeOf(figure), figure);
  }

  /** New figures come in a file, others as corrections; the officer approves what was submitted. */
  async function report(figures: readonly Entered[]): Promise<void> {
    for (const [area, own] of Map.groupBy(figures, (figure) => figure.area)) {
      const isKnown = (figure: Entered) => standing.has(placeOf(figure));
      const fresh = own.filter((figure) => !isKnown(figure));
      for (const figure of own.filter(isKnown)) await correct(figure);
      if (fresh.length > 0) await send(area, fresh);
      for (const figure of own) standing.set(placeOf(figure), figure);
      const drafts = await api
        .em()
        .find(Observation, { area, year: YEAR, state: 'DRAFT', sample: false });
      expect(drafts).toHaveLength(own.length);
      const handedIn = await desk.submit(reporter(area), drafts, { area, cycle: YEAR });
      expect(handedIn.problems).toEqual([]);
      const values = drafts.map((draft) => ({
        observation: draft.id,
        revision: draft.currentRevision,
      }));
      const { payload } = await desk.change(OFFICER, 'approveValues', { values });
      expect(payload).toMatchObject({ problems: [] });
    }
  }

  async function send(area: string, figures: readonly Entered[]): Promise<void> {
    const lines = figures.map(({ indicator, sex = '', region = '', count, denominator }) => {
      const cells = denominator === undefined ? [count, '', ''] : ['', count, denominator];
      return [indicator, sex, region, ...cells, 'Checked against the register.'].join(',');
    });
    const file = ['code,sex,region,value,numerator,denominator,comment', ...lines].join('\n');
    const where = { country: area, cycle: String(YEAR) };
    const sent: { body: unknown } = await files.send(reporter(area), file, {
      ...where,
      dryRun: false,
    });
    expect(sent.body).toMatchObject({ problems: [] });
  }

  async function correct({ indicator, area, count, denominator, ...part }: Entered): Promise<void> {
    const found = await api.em().findOneOrFail(Observation, cellOf({ indicator, area, ...part }));
    const { payload } = await desk.change(reporter(area), 'correctValue', {
      ...{ observation: found.id, expectedVersion: found.version, reason: 'CORRECTION' },
      ...(denominator === undefined
        ? { value: String(count) }
        : { numerator: String(count), denominator: String(denominator) }),
      comment: 'Checked against the register.',
    });
    expect(payload).toMatchObject({ problems: [] });
  }

  async function preview() {
    const { data } = await api.work<{ releasePreview: Preview }>(
      OFFICER,
      `{ releasePreview(asOfYear: ${String(YEAR)}, annual: false, lang: en) { previewHash problems { code } } }`,
    );
    if (!data) throw new Error('There is no preview.');
    return data.releasePreview;
  }

  /** Makes a change that must succeed; returns the number of the release, if there is one. */
  async function change(who: string, name: string, input: object, fields = ''): Promise<string> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data } = await api.work<Record<string, { number?: string; problems: object[] }>>(
      who,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} problems { code field } } }`,
      { input: { ...input, idempotencyKey: randomUUID() } },
    );
    expect([name, data?.[name]?.problems]).toEqual([name, []]);
    return data?.[name]?.number ?? '';
  }

  async function publish(): Promise<string> {
    const { previewHash, problems } = await preview();
    expect(problems).toEqual([]);
    const note = ['en', 'ru'].map((lang) => ({ lang, text: 'A release.' }));
    const input = { asOfYear: YEAR, annual: false, note, previewHash };
    const number = await change(OFFICER, 'publishRelease', input, 'number');
    truth.set(number, [...standing.values()]);
    return number;
  }

  /** Records the agreement that a country must give before its regions may be shown. */
  async function agree(area: string): Promise<void> {
    const link = { area, title: 'Agreement', url: 'https://example.org/agreement' };
    const { payload } = await desk.change(reporter(area), 'addEvidenceLink', link);
    expect(payload).toMatchObject({ problems: [] });
    const body = await api.em().findOneOrFail(Organisation, { code: `${area}-MIA` });
    const signed = { body: body.id, document: payload.evidence.id, signedOn: '2025-01-15' };
    await change(OFFICER, 'recordAgreement', signed);
  }

  /** The officer records a competing value from another source. */
  async function compete(indicator: string, area: string, value: string): Promise<void> {
    const found = await api.em().findOneOrFail(Observation, cellOf({ indicator, area }));
    const source = { sourceTitle: 'Another report', publisher: 'Another body', lang: 'en' };
    const { payload } = await desk.change(OFFICER, 'recordAlternative', {
      ...{
        observation: found.id,
        value,
        note: 'As printed there.',
        why: 'The ministry’s own is shown.',
      },
      ...source,
    });
    expect(payload).toMatchObject({ problems: [] });
  }

  /** Two people withdraw a published total for safety. */
  async function withdraw(place: { indicator: string; area: string }): Promise<void> {
    const reason = 'A person is recognised.';
    await change(OFFICER, 'requestWithdrawal', { ...place, year: YEAR, reason });
    const { data } = await api.work<{ withdrawals: { withdrawals: object[] } }>(
      OFFICER,
      `{ withdrawals { withdrawals { id planHash } } }`,
    );
    await change(SECOND, 'decideWithdrawal', {
      ...data?.withdrawals.withdrawals[0],
      confirm: true,
    });
  }

  /** The officer adds a breakdown by sex to these indicators. */
  async function askBySex(codes: readonly string[]): Promise<void> {
    const headers = {
      cookie: await api.cookie(OFFICER),
      'x-qadam': '1',
      'content-type': 'application/json',
    };
    const file = (await api.http({ url: '/framework.json', headers })).json<FrameworkDocument>();
    const named = ['F', 'M'].map((code) => ({ code, name: { en: code, ru: code } }));
    const indicators = file.indicators
      .filter(({ code }) => codes.includes(code))
      .map((one) => ({
        ...one,
        breakdowns: ['sex'],
        tableAxes: [{ dimension: 'sex', codes: named }],
      }));
    const payload = JSON.stringify({ ...file, actions: [], indicators });
    const send = async (url: string) =>
      (await api.http({ method: 'POST', url, headers, payload })).json<{ basis: string }>();
    const { basis } = await send('/framework?dryRun=true');
    const done = await send(`/framework?dryRun=false&basis=${basis}`);
    expect(done).toMatchObject({ committed: true, problems: [] });
  }

  return { truth, report, reportRegions, preview, publish, agree, compete, withdraw, askBySex };
}
