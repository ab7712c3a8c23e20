import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import type { WorkObservation } from '../returns/work-observation.type.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer, second, auditor } = PEOPLE;

interface Waiting {
  id: string;
  version: number;
  current: { id: string };
}
let values: Waiting[];

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2024, value: '3' });
  desk = deskRequests(api);
  const saved: Waiting[] = [];
  for (const indicator of ['A5.2', 'A5.8', 'A6.1']) {
    const more = indicator === 'A5.2' ? { comment: 'Two districts joined.' } : {};
    saved.push((await desk.save(kgz, indicator, '3', more)).cell);
  }
  await desk.submit(kgz, saved);
  values = saved;
});
afterAll(() => api.stop());

const approve = (who: string, chosen: Waiting[]) =>
  desk.change(who, 'approveValues', {
    values: chosen.map(({ id, current }) => ({ observation: id, revision: current.id })),
  });
const undo = (who: string, batch: string) => desk.change(who, 'undoApprovals', { batch });
const queue = async () => (await desk.read(officer, 'reviewQueue')).result;

describe('review by exception', () => {
  it('tells of each value why it is looked at, and of an unremarkable one nothing', async () => {
    const { submitted } = await queue();
    const remarks = new Map(submitted.map((each) => [each.indicator, each.remarks]));
    expect(remarks.get('A5.8')).toEqual([]);
    // the first value of a percentage, with the reporting body as its source: only the comment is remarkable
    expect(remarks.get('A5.2')).toEqual(['COMMENT']);
    expect(remarks.get('A6.1')).toEqual([]);
  });
});

describe('a question', () => {
  const ask = (who: string, value: Waiting, text: string) =>
    desk.change(who, 'askReporter', { observation: value.id, revision: value.current.id, text });
  const asked = () => one(values, ({ id }) => id === values[0]?.id);

  it('keeps the value submitted and stays open until the reporter answers', async () => {
    const { payload } = await ask(officer, asked(), 'Which districts?');
    expect(payload.observation).toMatchObject({
      state: 'SUBMITTED',
      openQuestion: { text: 'Which districts?' },
      messages: [{ question: true }],
    });
    await desk.change(second, 'writeMessage', { observation: asked().id, text: 'I wonder too.' });
    const { submitted } = await queue();
    expect(one(submitted, ({ id }) => id === asked().id).openQuestion).not.toBeNull();
    const answered = await desk.change(kgz, 'writeMessage', {
      observation: asked().id,
      text: 'All of them.',
    });
    expect(answered.payload.observation.openQuestion).toBeNull();

    // the answer stays one when its author has another role
    const becomes = (role: string, area: string | null) =>
      api
        .em()
        .execute(`update work.user_account set role = ?, area = ? where email = ?`, [
          ...[role, area, kgz],
        ]);
    await becomes('DONOR', null);
    const later = (await desk.read(officer, 'workObservation', { id: asked().id })).result;
    expect(later.openQuestion).toBeNull();
    expect(later.messages.at(-1)?.author.role).toBe('REPORTER');
    await becomes('REPORTER', 'KGZ');
  });

  it.each(['en', 'ru'] as const)('is answered in the language of the page: %s', async (lang) => {
    const { id, current } = asked();
    const question = {
      observation: id,
      revision: current.id,
      text: ' ',
      idempotencyKey: randomUUID(),
    };
    const response = await api.http({
      method: 'POST',
      url: '/work/graphql',
      headers: { cookie: await api.cookie(officer), 'accept-language': lang },
      payload: {
        query: `mutation ($input: AskReporterInput!) { askReporter(input: $input) { observation { indicatorName { lang } } } }`,
        variables: { input: question },
      },
    });
    const { data } = response.json<{
      data: { askReporter: { observation: WorkObservation | null } };
    }>();
    expect(data.askReporter.observation?.indicatorName.lang).toBe(lang);
  });

  it('is about the revision on the screen, and has words', async () => {
    const before = await stored(api.em());
    const other = { ...asked(), current: { id: randomUUID() } };
    expect(codes((await ask(officer, other, 'Why?')).payload)).toEqual(['REVISION_CHANGED']);
    expect(codes((await ask(officer, asked(), '  ')).payload)).toEqual(['TEXT_REQUIRED']);
    expect(await stored(api.em())).toEqual(before);
  });

  describe('that nobody has answered', () => {
    const accept = (question: string | null) =>
      desk.change(officer, 'approveValues', {
        values: [
          {
            observation: asked().id,
            revision: asked().current.id,
            closedQuestion: question,
          },
        ],
      });
    const openQuestion = async () =>
      one((await queue()).submitted, ({ id }) => id === asked().id).openQuestion;

    it('is told to the reporter: in the cell, and counted at home', async () => {
      await ask(second, asked(), 'All of 2025?');
      const { cells } = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
      expect(one(cells, ({ id }) => id === asked().id).openQuestion).toMatchObject({
        text: 'All of 2025?',
        author: { name: 'second' },
      });
      expect(one((await desk.read(kgz, 'duties')).result)).toMatchObject({ asked: 1 });
    });

    it('is not passed over by accepting', async () => {
      const before = await stored(api.em());
      const { payload } = await accept(null);
      expect(payload.problems).toMatchObject([{ code: 'OPEN_QUESTION', field: 'values.0' }]);
      expect(codes((await accept(randomUUID())).payload)).toEqual(['OPEN_QUESTION']);
      expect(await stored(api.em())).toEqual(before);
    });

    it('is closed by who accepts without the answer, and stays closed when that is undone', async () => {
      const { id } = await openQuestion();
      expect((await accept(id)).payload.problems).toEqual([]);
      await desk.change(officer, 'undoApproval', { observation: asked().id });
      expect(await openQuestion()).toBeNull();
      expect(one((await desk.read(kgz, 'duties')).result)).toMatchObject({ asked: 0 });
    });

    it('is answered for everybody who reviews', async () => {
      await ask(officer, asked(), 'And the city?');
      await desk.change(kgz, 'writeMessage', { observation: asked().id, text: 'With the city.' });
      const { submitted } = await queue();
      expect(one(submitted, ({ id }) => id === asked().id)).toMatchObject({
        openQuestion: null,
        answer: { text: 'With the city.' },
      });
    });
  });

  it.each([kgz, uzb, auditor])('is not for %s to ask', async (who) => {
    const { errors } = await ask(who, asked(), 'Why?');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what was accepted together', () => {
  it('is taken back together by anybody who may accept, each value with a row and an event of its own', async () => {
    const batch = (await approve(officer, values)).payload.batch;
    expect((await queue()).batches).toMatchObject([
      { batch, values: 3, reviewer: { name: 'officer' } },
    ]);
    const before = (await stored(api.em())) as { review: number; audit_event: number };
    const { payload } = await undo(second, batch);
    expect(payload.problems).toEqual([]);
    expect(payload.observations.map(({ state }) => state)).toEqual(Array(3).fill('SUBMITTED'));
    expect(await stored(api.em())).toMatchObject({
      review: before.review + 3,
      audit_event: before.audit_event + 3,
    });
    expect((await queue()).batches).toEqual([]);
    expect(codes((await undo(second, batch)).payload)).toEqual(['NOTHING_TO_UNDO']);
  });

  it('takes as many statements as one value', async () => {
    const counted = async (chosen: Waiting[]) => {
      let batch = '';
      const statements = await api.statements(async () => {
        ({ batch } = (await approve(officer, chosen)).payload);
      });
      return statements + (await api.statements(() => undo(officer, batch)));
    };
    const single = await counted(values.slice(0, 1));
    // one statement more is allowed, for a session that has to be refreshed meanwhile
    expect(await counted(values)).toBeLessThanOrEqual(single + 1);
  });

  it('leaves alone what was taken back and accepted anew meanwhile', async () => {
    const { batch } = (await approve(officer, values)).payload;
    const [first] = values;
    if (!first) throw new Error('There is none.');
    await desk.change(officer, 'undoApproval', { observation: first.id });
    await approve(second, [first]);
    const { payload } = await undo(officer, batch);
    expect(payload.observations.map(({ id }) => id)).not.toContain(first.id);
    expect(payload.observations).toHaveLength(2);
    await desk.change(officer, 'undoApproval', { observation: first.id });
  });

  it.each([
    ['is offered for undoing', '9 minutes 50 seconds', 1, []],
    ['stays accepted', '10 minutes', 0, ['UNDO_TOO_LATE']],
  ])('%s after %s by the clock of the database', async (_what, age, offered, problems) => {
    const batch = randomUUID();
    for (const year of [2010, 2011]) {
      const figure = { area: 'UZB', indicator: 'A5.8', year: year + offered * 2, value: '3' };
      const id = await published(api.em(), { ...figure, state: 'APPROVED' });
      await api.em().execute(
        `insert into work.review (id, observation, revision, decision, reviewer, batch, created_at)
         select ?, o.id, o.current_revision, 'APPROVED', u.id, ?, now() - ?::interval
         from work.observation o, work.user_account u where o.id = ? and u.email = ?`,
        [randomUUID(), batch, age, id, officer],
      );
    }
    expect((await queue()).batches).toHaveLength(offered);
    expect(codes((await undo(officer, batch)).payload)).toEqual(problems);
  });

  it('stays accepted once any of it is released', async () => {
    const { batch } = (await approve(officer, values)).payload;
    await api
      .em()
      .execute(
        `update work.observation set state = 'PUBLISHED', published_revision = current_revision where id = ?`,
        [values[0]?.id],
      );
    const before = await stored(api.em());
    expect(codes((await undo(officer, batch)).payload)).toEqual(['ALREADY_RELEASED']);
    expect(await stored(api.em())).toEqual(before);
  });

  it('answers for an unknown batch like for none', async () => {
    for (const batch of [randomUUID(), 'no-id']) {
      const { errors } = await undo(officer, batch);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});
