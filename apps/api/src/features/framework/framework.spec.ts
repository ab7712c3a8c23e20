import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameworkDocument } from '@qadam/domain';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { verifyChain } from '../audit/chain.ts';
import {
  type Answered,
  codes,
  officer,
  PROBLEMS,
  readSheet,
  saveSheet,
  type Sheet,
  TEXTS,
} from '../../testing/framework-fixture.ts';
import type { ActionPayload } from './framework.type.ts';

let api: TestApp;
const auditor = 'auditor@demo.example';

beforeAll(async () => {
  api = await startTestApp({ seed: 'framework' });
});
afterAll(() => api.stop());

const ACTION = `code version kind scope title ${TEXTS} quote ${TEXTS} reading ${TEXTS} position links { indicator role weight }`;
type Action = Answered<NonNullable<ActionPayload['action']>>;

const sheet = (code: string) => readSheet(api, code);
const saveIndicator = (of: Sheet, more: object = {}, who = officer) =>
  saveSheet(api, of, more, who);

async function action(code: string): Promise<Action> {
  const { data } = await api.work<{ framework: { actions: Action[] } }>(
    officer,
    `{ framework(lang: en) { actions { ${ACTION} } } }`,
  );
  const found = data?.framework.actions.find((one) => one.code === code);
  if (!found) throw new Error(`no action ${code}`);
  return found;
}

async function saveAction(of: Action, more: object = {}, who = officer) {
  const { version: expectedVersion, ...rest } = of;
  const input = { idempotencyKey: randomUUID(), expectedVersion, ...rest, ...more };
  const answer = await api.work<{ saveAction: ActionPayload }>(
    who,
    `mutation ($input: SaveActionInput!) { saveAction(input: $input) { action { ${ACTION} } ${PROBLEMS} } }`,
    { input },
  );
  return { ...answer, payload: answer.data?.saveAction };
}

async function exported(who = officer): Promise<FrameworkDocument> {
  const headers = { cookie: await api.cookie(who) };
  const answer = await api.http({ method: 'GET', url: '/framework.json', headers });
  expect(answer.statusCode).toBe(200);
  return answer.json<FrameworkDocument>();
}

interface Imported {
  basis: string;
  committed: boolean;
  differences: { object: string; code: string; change: string; fields: { field: string }[] }[];
  problems: { code: string; field: string }[];
}

async function imported(document: unknown, query: Record<string, string> = {}, who = officer) {
  const answer = await api.http({
    method: 'POST',
    url: '/framework',
    query,
    headers: { cookie: await api.cookie(who), 'x-qadam': '1' },
    payload: document as object,
  });
  return { status: answer.statusCode, ...answer.json<Imported>() };
}

describe('an indicator', () => {
  it('is read with its sheet in all languages and saved as it is without a change', async () => {
    const before = await sheet('F2.1');
    expect(before.benchmarks).toHaveLength(2);
    const { payload } = await saveIndicator(before);
    expect(payload).toEqual({ indicator: before, problems: [] });
  });

  it('gets a text in another language, once, and the audit tells what it was before', async () => {
    await api
      .em()
      .execute(
        `update work.indicator set name = name - 'kk', sheet = sheet - 'kk' where code = 'A1.2'`,
      );
    const before = await sheet('A1.2');
    const name = [...before.name, { lang: 'kk', text: ' Органның өкілеттігі ' }];
    const input = { name, idempotencyKey: randomUUID() };
    const first = await saveIndicator(before, input);
    expect(codes(first.payload)).toEqual([]);
    expect(first.payload?.indicator).toMatchObject({ version: 2 });
    expect(first.payload?.indicator.name).toContainEqual({
      lang: 'kk',
      text: 'Органның өкілеттігі',
    });
    // the same request again, as when the answer was lost
    expect((await saveIndicator(before, input)).payload).toEqual(first.payload);
    const events = await api
      .em()
      .execute<{ before: object; after: object }[]>(
        `select before, after from work.audit_event where operation = 'EDIT_FRAMEWORK' and subject = 'INDICATOR A1.2'`,
      );
    expect(events).toEqual([
      {
        before: {
          name: expect.not.objectContaining({ kk: expect.anything() }) as object,
          sheet: expect.anything() as object,
        },
        after: {
          name: expect.objectContaining({ kk: 'Органның өкілеттігі' }) as object,
          sheet: expect.objectContaining({
            kk: { updated: new Date().toISOString().slice(0, 10) },
          }) as object,
        },
      },
    ]);
    expect(await verifyChain(api.em())).toMatchObject({ ok: true });
  });

  it('is not overwritten by who saw an older version', async () => {
    const before = await sheet('A1.3');
    expect(codes((await saveIndicator(before, { decimals: 1 })).payload)).toEqual([]);
    expect(codes((await saveIndicator(before, { decimals: 3 })).payload)).toEqual([
      'VERSION_CONFLICT expectedVersion',
    ]);
    expect((await sheet('A1.3')).decimals).toBe(1);
  });

  it('is new under a code that nobody has, and never under one that somebody has', async () => {
    const like = await sheet('A1.3');
    const added = { code: 'A1.7', expectedVersion: 0, benchmarks: [] };
    expect(codes((await saveIndicator(like, added)).payload)).toEqual([]);
    expect(await sheet('A1.7')).toMatchObject({ version: 1, actions: [], released: false });
    expect(codes((await saveIndicator(like, added)).payload)).toEqual([
      'VERSION_CONFLICT expectedVersion',
    ]);
  });

  it.each([
    [
      'without a Russian name',
      { name: [{ lang: 'en', text: 'Name' }] },
      'LANGUAGE_MISSING name.ru',
    ],
    ['with limits the wrong way round', { min: '10', max: '9' }, 'LIMITS_CROSSED min'],
    [
      'with a key of its own in the sheet',
      { sheet: [{ key: 'colour', texts: [{ lang: 'en', text: 'x' }] }] },
      'UNKNOWN_KEY sheet.en.colour',
    ],
    [
      'with a break in a place that nobody has',
      { breaks: [{ area: 'XXX', year: 2020, kind: 'law', note: [] }] },
      'UNKNOWN_REFERENCE breaks',
    ],
    ['with too many decimals', { decimals: 13 }, 'ABOVE_MAX decimals'],
    ['with a number from a double', { multiplier: '1e3' }, ''],
  ])('%s is refused and stays', async (_what, wrong, problem) => {
    const before = await sheet('A1.5');
    const { payload, errors } = await saveIndicator(before, wrong);
    if (problem === '') expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    else expect(codes(payload)).toEqual([problem]);
    expect(await sheet('A1.5')).toEqual(before);
  });

  it('keeps benchmarks and breaks of its own', async () => {
    const before = await sheet('A1.4');
    const note = [{ lang: 'en', text: 'A new law' }];
    const { payload } = await saveIndicator(before, {
      breaks: [{ area: 'KGZ', year: 2021, kind: 'law', note }],
      benchmarks: [
        {
          id: 'A1.4-X',
          value: '100',
          kind: 'SHARE',
          sense: 'AT_LEAST',
          label: note,
          citation: note,
        },
      ],
    });
    expect(codes(payload)).toEqual([]);
    expect(payload?.indicator).toMatchObject({
      breaks: [{ area: 'KGZ', year: 2021, kind: 'law', note, source: null }],
      benchmarks: [{ id: 'A1.4-X', value: '100', per: null }],
    });
  });

  it('with released values keeps its kind and unit, and may change the rest', async () => {
    await api.em().execute(
      `insert into publication.release (sequence, number, as_of_year, note, annual, method_version, content_hash, audit_head)
       values (1, '2026.1', 2025, '{}', true, '1', '-', '-')`,
    );
    await api.em().execute(
      `insert into publication.value (indicator, area, year, sex, age, urbanisation, region, breakdown, value, obs_status, from_release)
       values ('A1.6', 'KGZ', 2020, '_T', '_T', '_T', '_T', '_T', 20, 'A', 1)`,
    );
    const before = await sheet('A1.6');
    expect(before.released).toBe(true);
    const wrong = await saveIndicator(before, { unit: 'NUMBER', multiplier: '1' });
    expect(codes(wrong.payload)).toEqual([
      'LOCKED_BY_RELEASE unit',
      'LOCKED_BY_RELEASE multiplier',
    ]);
    expect(codes((await saveIndicator(before, { decimals: 2 })).payload)).toEqual([]);
  });
});

describe('what counts reported cases', () => {
  it('never gets a wanted direction', async () => {
    const { payload } = await saveIndicator(await sheet('A5.6'), { direction: 'DECREASE' });
    expect(codes(payload)).toEqual(['NEVER_SCORED direction']);
  });

  it('is refused as headline and as supporting, and so is what has no direction', async () => {
    const a5 = await action('A5');
    for (const [indicator, role] of [
      ['A5.6', 'HEADLINE'],
      ['A5.8', 'SUPPORTING'],
    ]) {
      const links = a5.links.map((link) =>
        Object.assign(structuredClone(link), link.indicator === indicator ? { role } : {}),
      );
      const { payload } = await saveAction(a5, { links, reason: 'To see' });
      expect(payload?.problems.map(({ code }) => code)).toEqual(['NEVER_SCORED']);
    }
    expect(await action('A5')).toEqual(a5);
  });

  it('cannot become so while it is scored', async () => {
    const { payload } = await saveIndicator(await sheet('A5.2'), {
      direction: 'NONE',
      reportedCases: true,
    });
    expect(payload?.problems.map(({ code }) => code)).toEqual(['NEVER_SCORED']);
  });

  it('is kept so by the database, whatever asks', async () => {
    await expect(
      api.em().execute(`update work.indicator set direction = 'DECREASE' where code = 'A5.6'`),
    ).rejects.toThrow('reported_cases_are_never_scored');
  });
});

describe('an action', () => {
  it('changes a weight with a reason only, which stays as a note on the method', async () => {
    const before = await action('A1');
    const [first, ...others] = before.links;
    const links = [Object.assign(structuredClone(first ?? {}), { weight: '2' }), ...others];
    expect(codes((await saveAction(before, { links, reason: ' ' })).payload)).toEqual([
      'WEIGHT_REASON_REQUIRED reason',
    ]);
    const reason = 'The strategy counts twice.';
    const { payload } = await saveAction(before, { links, reason });
    expect(payload).toMatchObject({ problems: [], action: { version: 2, links } });
    const { data } = await api.work(
      auditor,
      `{ framework(lang: ru) { notes { number action reason author { name } } } }`,
    );
    expect(data.framework.notes).toEqual([
      { number: 1, action: 'A1', reason, author: { name: expect.any(String) as unknown } },
    ]);
    await expect(api.em().execute(`delete from work.method_note`)).rejects.toThrow('append-only');
  });

  it('changes its texts without one', async () => {
    const before = await action('A2');
    const title = before.title.map(({ lang, text }) => ({ lang, text: `${text}.` }));
    expect(codes((await saveAction(before, { title })).payload)).toEqual([]);
    expect((await action('A2')).title).toEqual(title);
  });
});

describe('the framework as a file', () => {
  it('comes back without a difference', async () => {
    const document = await exported(auditor);
    expect(document.indicators.length).toBeGreaterThan(60);
    const law = document.indicators.find(({ code }) => code === 'A4.1');
    expect(law?.elements[0]).toMatchObject({ code: 'A4.1-AGE', counts: true });
    expect(await imported(document)).toMatchObject({
      status: 200,
      differences: [],
      problems: [],
      committed: false,
    });
  });

  it('is shown first, then written whole; again it changes nothing', async () => {
    const document = await exported();
    for (const one of document.indicators) if (one.code.startsWith('F')) one.decimals = 3;
    const dry = await imported(document);
    expect(dry.differences).toHaveLength(16);
    expect(dry.differences[0]?.fields.map(({ field }) => field)).toEqual(['decimals']);
    expect((await sheet('F1.1')).decimals).not.toBe(3);

    expect(await imported(document, { dryRun: 'false' })).toMatchObject({
      committed: false,
      problems: [{ code: 'VERSION_CONFLICT' }],
    });
    const query = { dryRun: 'false', basis: dry.basis };
    expect(await imported(document, query)).toMatchObject({ committed: true, problems: [] });
    expect((await sheet('F1.1')).decimals).toBe(3);
    expect(await imported(document, query)).toMatchObject({ committed: true, differences: [] });
    expect(await exported()).toEqual(document);
  });

  it('with one thing wrong changes nothing at all', async () => {
    const before = await exported();
    const document = structuredClone(before);
    const [first, second] = document.indicators;
    if (!first || !second) throw new Error('no indicators');
    first.decimals = 5;
    Object.assign(second, { colour: 'red' });
    const { basis } = await imported(before);
    const answer = await imported(document, { dryRun: 'false', basis });
    expect(codes(answer)).toEqual(['UNKNOWN_KEY indicators.1.colour']);
    expect(await exported()).toEqual(before);
  });

  it('of a part leaves the rest', async () => {
    const document = await exported();
    const part = { ...document, actions: [], indicators: document.indicators.slice(0, 1) };
    expect(await imported(part)).toMatchObject({ differences: [], problems: [] });
  });
});

describe('who may', () => {
  it('edit it is an officer alone', async () => {
    const before = await sheet('A1.1');
    for (const who of ['reporter.kgz', 'donor', 'admin', 'auditor']) {
      const { errors } = await saveIndicator(before, {}, `${who}@demo.example`);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await imported({}, {}, `${who}@demo.example`)).status).toBe(403);
    }
    const visitor = await api.http({ method: 'GET', url: '/framework.json' });
    expect(visitor.statusCode).toBe(401);
  });

  it('send it from another site is nobody', async () => {
    const answer = await api.http({
      method: 'POST',
      url: '/framework',
      headers: { cookie: await api.cookie(officer), 'sec-fetch-site': 'cross-site' },
      payload: {},
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('loading the demonstration again', () => {
  it('leaves what officers edited', async () => {
    const { loadFramework } = await import('../../database/seed/load-framework.ts');
    const before = await exported();
    await loadFramework(api.em());
    expect(await exported()).toEqual(before);
  });
});
