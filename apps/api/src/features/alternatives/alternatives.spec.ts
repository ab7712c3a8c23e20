import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const ALTERNATIVE = {
  value: '12',
  sourceTitle: 'Report to CEDAW',
  publisher: 'Government',
  sourceYear: 2025,
  sourceUrl: 'https://example.org/cedaw',
  note: 'Counts registrations, not persons.',
  why: 'The ministry counts persons, as the definition asks.',
  lang: 'en',
};

/** A value that waits for its review. */
async function waiting(indicator: string, value: string) {
  const { cell } = await desk.save(kgz, indicator, value);
  await desk.submit(kgz, [cell]);
  return { observation: cell.id, revision: cell.current.id };
}
const record = async (observation: string, more: object = {}) =>
  (await desk.change(officer, 'recordAlternative', { observation, ...ALTERNATIVE, ...more }))
    .payload;
const choose = async (who: string, input: object) =>
  (await desk.change(who, 'chooseAlternative', { lang: 'en', why: 'It is newer.', ...input }))
    .payload;

describe('a competing official value', () => {
  it('stands beside the reported one, with its source and why it is not shown first', async () => {
    const { observation } = await waiting('A5.8', '10');
    const recorded = await record(observation);
    expect(recorded.problems).toEqual([]);
    expect(recorded.observation).toMatchObject({
      state: 'SUBMITTED',
      current: { value: '10' },
      alternatives: [
        {
          value: '12',
          sourceTitle: 'Report to CEDAW',
          sourceUrl: 'https://example.org/cedaw',
          note: { text: 'Counts registrations, not persons.' },
          chosen: { text: 'The ministry counts persons, as the definition asks.' },
          recordedBy: { name: 'officer' },
        },
      ],
    });
    expect(codes(await record(observation))).toEqual(['ALREADY_RECORDED']);
  });

  it.each([
    ['below the smallest possible', { value: '-1' }, 'BELOW_MIN'],
    ['of a source without a name', { publisher: ' ' }, 'SOURCE_INCOMPLETE'],
    ['behind an unsafe link', { sourceUrl: 'http://example.org' }, 'LINK_NOT_HTTPS'],
    ['without a note', { note: '' }, 'TEXT_REQUIRED'],
  ])('%s is refused', async (_what, wrong, code) => {
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const { id } = one(form.cells, ({ indicator }) => indicator === 'A5.8');
    const before = await stored(api.em());
    expect(codes(await record(id, wrong))).toEqual([code]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('takes the place of the reported one when another officer chooses it', async () => {
    const { observation, revision } = await waiting('A6.1', '3');
    const { alternatives } = (await record(observation, { value: '4' })).observation;
    const { source, value } = one(alternatives);
    const chosen = { observation, revision, alternative: { source, value } };
    expect(codes(await choose(officer, chosen))).toEqual(['SAME_PERSON']);

    const { observation: shown, problems } = await choose(second, chosen);
    expect(problems).toEqual([]);
    expect(shown).toMatchObject({
      state: 'APPROVED',
      current: { value: '4', via: 'SOURCE_IMPORT', author: null, reason: 'NEW_SOURCE' },
      alternatives: [{ value: '3', publisher: 'Ministry', chosen: { text: 'It is newer.' } }],
    });
    expect(codes(await choose(second, chosen))).toEqual(['REVISION_CHANGED']);
    const [log] = await api
      .em()
      .execute<object[]>(
        `select value::int, source from work.alternative_choice where source = ?`,
        [source],
      );
    expect(log).toEqual({ value: 4, source });
  });

  it('takes the place of a published figure of another source, which stays public until a release', async () => {
    const observation = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2020,
      value: '20',
    });
    const before = (await record(observation, { value: '21' })).observation;
    const { source, value } = one(before.alternatives);
    const { observation: shown, problems } = await choose(second, {
      observation,
      revision: before.current.id,
      alternative: { source, value },
    });
    expect(problems).toEqual([]);
    expect(shown).toMatchObject({
      state: 'APPROVED',
      current: { value: '21', via: 'SOURCE_IMPORT', reason: 'NEW_SOURCE' },
      published: { value: '20' },
      alternatives: [{ value: '20' }],
    });
  });

  it('is none of a part, neither recorded nor chosen: it would take the place of the whole', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2019,
      value: '100',
      sex: 'F',
    });
    const before = await stored(api.em());
    const { observation, problems } = await record(id, { value: '90' });
    expect(codes({ problems })).toEqual(['ONLY_OF_A_WHOLE']);
    const revision = observation.current.id;
    expect(codes(await choose(second, { observation: id, revision, alternative: null }))).toEqual([
      'ONLY_OF_A_WHOLE',
    ]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('is explained anew when the reported one is chosen, if there is one', async () => {
    const { observation, revision } = await waiting('A5.2', '20');
    const reported = { observation, revision, alternative: null };
    expect(codes(await choose(officer, reported))).toEqual(['NO_ALTERNATIVE']);
    await record(observation, { value: '25' });
    const unknown = { ...reported, alternative: { source: 'nobody', value: '25' } };
    expect(codes(await choose(officer, unknown))).toEqual(['NO_ALTERNATIVE']);
    const { alternatives } = (await choose(officer, reported)).observation;
    expect(one(alternatives).chosen.text).toBe('It is newer.');
  });
});
