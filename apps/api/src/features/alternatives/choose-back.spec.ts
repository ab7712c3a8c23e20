import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const NOTE = 'Other scope: only the capital.';

/** Records the value of another source, which the second officer may choose. */
async function record(observation: string, value: string) {
  const { payload } = await desk.change(officer, 'recordAlternative', {
    ...{ observation, value, lang: 'en', note: NOTE, why: 'It is the reported one.' },
    ...{ sourceTitle: 'Country brief', publisher: 'UN Women', sourceYear: 2025 },
  });
  expect(payload.problems).toEqual([]);
  return one(payload.observation.alternatives, (other) => other.value === value);
}
const read = async (id: string) => (await desk.read(officer, 'workObservation', { id })).result;

async function choose(who: string, id: string, chosen: { source: string; value: string } | null) {
  const alternative = chosen && { source: chosen.source, value: chosen.value };
  const { current } = await read(id);
  const input = { observation: id, revision: current.id, alternative, why: 'Better.', lang: 'en' };
  return (await desk.change(who, 'chooseAlternative', input)).payload;
}

/** Hands in a value that was entered with everything a revision can say. */
async function handedIn(who: string, area: string, content: object) {
  const more = { area, sourceText: 'Staff register', comment: 'Provisional count.', ...content };
  const { cell, problems } = await desk.save(who, 'A5.2', null, more);
  expect(problems).toEqual([]);
  expect(codes(await desk.submit(who, [cell], { area }))).toEqual([]);
  return cell.id;
}

describe('a value that another source replaced', () => {
  it('waits for its review again when it is chosen back, whole and by its author', async () => {
    const ratio = { numerator: '6', denominator: '12', obsStatus: 'E' };
    const id = await handedIn(kgz, 'KGZ', ratio);
    const other = await record(id, '55');
    const reported = (await read(id)).current;
    expect((await choose(second, id, other)).problems).toEqual([]);
    const adopted = await read(id);
    expect(adopted).toMatchObject({ state: 'APPROVED', current: { value: '55', author: null } });
    // the chosen one is no alternative to itself
    expect(adopted.alternatives).toMatchObject([{ value: '50', recordedBy: null }]);

    const back = await choose(second, id, one(adopted.alternatives));
    expect(back.problems).toEqual([]);
    expect(back.observation.state).toBe('SUBMITTED');
    expect(back.observation.current).toMatchObject({
      ...{ ...ratio, id: reported.id, value: '50', sourceText: 'Staff register' },
      ...{ comment: 'Provisional count.', via: 'ENTRY', author: { name: 'kgz' } },
    });
    expect(back.observation.alternatives).toMatchObject([
      { value: '55', note: { text: NOTE }, recordedBy: { name: 'officer' } },
    ]);

    // it can be chosen once more, and the next save is still a revision of its own
    expect((await choose(second, id, other)).problems).toEqual([]);
    expect((await choose(officer, id, null)).observation.current.id).toBe(reported.id);
    const { payload } = await desk.change(officer, 'approveValues', {
      values: [{ observation: id, revision: reported.id }],
    });
    expect(payload.problems).toEqual([]);
    expect((await choose(second, id, other)).problems).toEqual([]);
    const approved = (await choose(officer, id, null)).observation;
    expect(approved).toMatchObject({ state: 'APPROVED', current: { id: reported.id } });
    const undone = await desk.change(officer, 'undoApproval', { observation: id });
    expect(undone.payload.observation.state).toBe('SUBMITTED');
    expect((await read(id)).revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('is not replaced while a question about it is open', async () => {
    const id = await handedIn(uzb, 'UZB', { missingReason: 'NOT_COLLECTED' });
    const other = await record(id, '55');
    const { current } = await read(id);
    const question = { observation: id, revision: current.id, text: 'Why not?' };
    await desk.change(officer, 'askReporter', question);
    expect(codes(await choose(second, id, other))).toEqual(['OPEN_QUESTION']);

    await desk.change(uzb, 'writeMessage', { observation: id, text: 'No staff.' });
    expect((await choose(second, id, other)).problems).toEqual([]);
    // a reason for a missing value is no alternative, but can be chosen back all the same
    const adopted = await read(id);
    expect(adopted.alternatives).toEqual([]);
    const back = (await choose(officer, id, null)).observation;
    expect(back.state).toBe('SUBMITTED');
    expect(back.current).toMatchObject({ id: current.id, missingReason: 'NOT_COLLECTED' });
  });

  it('is published again if it was, unless a release holds the other one', async () => {
    const figure = { area: 'KGZ', indicator: 'A1.6', value: '20' };
    const id = await published(api.em(), { ...figure, year: 2020 });
    const other = await record(id, '21');
    expect((await choose(second, id, other)).problems).toEqual([]);
    const back = (await choose(officer, id, null)).observation;
    expect(back).toMatchObject({ state: 'PUBLISHED', current: { value: '20' } });
    expect(back.alternatives).toMatchObject([{ value: '21' }]);

    expect((await choose(second, id, other)).problems).toEqual([]);
    await api
      .em()
      .execute(
        `update work.observation set state = 'PUBLISHED', published_revision = current_revision where id = ?`,
        [id],
      );
    expect(codes(await choose(officer, id, null))).toEqual(['ALREADY_RELEASED']);
    // the figure of a named source can be taken once more, with a reason for the release
    const shown = await choose(officer, id, one((await read(id)).alternatives));
    expect(shown.observation.current).toMatchObject({ value: '20', reason: 'NEW_SOURCE' });
  });
});
