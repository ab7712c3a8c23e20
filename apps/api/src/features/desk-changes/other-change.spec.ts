import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer, second } = PEOPLE;

interface Value {
  id: string;
  version: number;
  current: { id: string };
}
const started = Date.now();
let value: Value;
let submission: string;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  value = (await desk.save(kgz, 'A5.8', '3')).cell;
  submission = (await desk.submit(kgz, [value])).submission.id;
});
afterAll(() => api.stop());

const giveBack = (who: string) =>
  desk.change(who, 'returnValue', {
    observation: value.id,
    revision: value.current.id,
    reason: 'Which districts?',
  });

type Payload = { problems: { code: string; params: { name: string; value: string }[] }[] };
/** The code of the problem, and who did what. */
function detail({ problems }: Payload) {
  const { code, params } = one(problems);
  const slots = Object.fromEntries(params.map(({ name, value: text }) => [name, text]));
  const { did, who, role, at } = slots;
  expect(at === undefined || Date.parse(at) >= started).toBe(true);
  return { code, did, who, role };
}

describe('who comes too late is told who did what, when:', () => {
  it('an officer, of the return that was taken back', async () => {
    await desk.change(kgz, 'recallSubmission', { submission });
    expect(detail((await giveBack(officer)).payload)).toEqual({
      code: 'INVALID_STATE',
      did: 'RECALL',
      who: 'kgz',
      role: 'REPORTER',
    });
  });

  it('a second editor, of the save', async () => {
    const { version } = value;
    const edit = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', value: '4' };
    await desk.change(kgz, 'saveValue', { ...edit, expectedVersion: version + 2 });
    const late = await desk.change(kgz, 'saveValue', { ...edit, expectedVersion: version + 2 });
    expect(detail(late.payload)).toMatchObject({
      code: 'VERSION_CONFLICT',
      did: 'SAVE_VALUE',
      who: 'kgz',
    });
  });

  it('an officer, of the new version', async () => {
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const cell = one(form.cells, ({ id }) => id === value.id);
    submission = (await desk.submit(kgz, [cell])).submission.id;
    expect(detail((await giveBack(officer)).payload)).toMatchObject({
      code: 'REVISION_CHANGED',
      did: 'SUBMIT',
      who: 'kgz',
    });
    value = cell;
  });

  it('a second officer, of the approval, whatever was written since', async () => {
    const values = [{ observation: value.id, revision: value.current.id }];
    await desk.change(second, 'approveValues', { values });
    await desk.change(kgz, 'writeMessage', { observation: value.id, text: 'Thank you.' });
    expect(detail((await giveBack(officer)).payload)).toEqual({
      code: 'INVALID_STATE',
      did: 'APPROVE',
      who: 'second',
      role: 'OFFICER',
    });
    const again = await desk.change(officer, 'approveValues', { values });
    expect(detail(again.payload)).toMatchObject({ code: 'INVALID_STATE', who: 'second' });
  });

  it('a reporter, of the review', async () => {
    const { payload } = await desk.change(kgz, 'recallSubmission', { submission });
    expect(detail(payload)).toMatchObject({
      code: 'ALREADY_REVIEWED',
      did: 'APPROVE',
      who: 'second',
    });
  });

  it('a second officer, of the target that was proposed', async () => {
    const plan = {
      area: 'KGZ',
      indicator: 'A1.6',
      expectedVersion: 0,
      baselineYear: 2022,
      baselineValue: '0',
      path: 'LINEAR',
      points: [{ year: 2030, value: '1' }],
      rationale: 'The ministry has adopted a road map.',
      rationaleLang: 'en',
    };
    expect((await desk.change(second, 'proposeTarget', plan)).payload.problems).toEqual([]);
    const { payload } = await desk.change(officer, 'proposeTarget', plan);
    expect(detail(payload)).toMatchObject({
      code: 'PLAN_PENDING',
      did: 'PROPOSE_TARGET',
      who: 'second',
    });
  });
});

it('a change that is refused for another reason names nobody', async () => {
  const { payload } = await desk.change(officer, 'askReporter', {
    observation: value.id,
    revision: value.current.id,
    text: ' ',
  });
  expect(detail(payload)).toEqual({
    code: 'TEXT_REQUIRED',
    did: undefined,
    who: undefined,
    role: undefined,
  });
});
