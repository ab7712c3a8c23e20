import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../cli/check-command.ts';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { ReleasesService } from './releases.service.ts';

const OFFICER = 'officer@demo.example';
const PREVIEW = `query { releasePreview(asOfYear: 2025, annual: false, lang: en) { auditHead hidden { indicator area year face why }
  documents { id title change } helpLines { area lang before after } contacts { area body before after } } }`;
const DOCUMENTS = `query ($code: ID!, $action: ID!, $release: ID) {
  indicator(code: $code, lang: en, release: $release) { documents { id kind title mediaType size lang url area year } }
  action(code: $action, lang: en, release: $release) { documents { id indicator } } }`;
const FOR_A_MINUTE = 'max-age=60, stale-while-revalidate=60';
const HELP = `query { helpLines(lang: ru) { area { code } text { text lang } } country(iso3: "KAZ", lang: en) { help { text } } }`;

let test: TestApp;
let year = 2010;
const publish = async () => {
  const releases = new ReleasesService(test.em());
  const answer = await releases.publishUnattended({
    asOfYear: 2025,
    annual: false,
    note: { en: 'A release.' },
  });
  expect(answer.problems).toEqual([]);
  return answer.number ?? '';
};
const preview = async () => (await test.work(OFFICER, PREVIEW)).data.releasePreview;
const documents = async (code: string, action: string, release?: string) => {
  const { data } = await test.publicQuery(DOCUMENTS, { code, action, release: release ?? null });
  return data;
};
const get = (url: string) => test.http({ method: 'GET', url });

/** Attaches a file of a ministry to the current revision of a figure. */
async function attach(indicator: string, title: string, at: number, sex = '_T'): Promise<string> {
  const id = randomUUID();
  const em = test.em();
  await em.execute(
    `insert into work.evidence (id, area, kind, title, media_type, size, sha256, added_by)
     select ?, 'KAZ', 'FILE', ?, 'application/pdf', 8, md5(?), id from work.user_account where email = 'reporter.kaz@demo.example'`,
    [id, title, id],
  );
  await em.execute(
    `insert into work.evidence_content (evidence, content) values (?, convert_to('%PDF-1.7', 'UTF8'))`,
    [id],
  );
  await stand(id, indicator, at, sex);
  return id;
}
const stand = (evidence: string, indicator: string, at: number, sex = '_T', attached = true) =>
  test.em().execute(
    `insert into work.revision_evidence (revision, evidence, attached, author)
     select o.current_revision, ?, ?, u.id from work.observation o, work.user_account u
     where o.indicator = ? and o.area = 'KAZ' and o.year = ? and o.sex = ? and u.email = 'reporter.kaz@demo.example'`,
    [evidence, attached, indicator, at, sex],
  );
const mark = (evidence: string, isPublic = true) =>
  test.work(
    OFFICER,
    `mutation ($input: MarkEvidenceInput!) { markEvidence(input: $input) { problems { code } } }`,
    { input: { evidence, public: isPublic, lang: 'ru', idempotencyKey: `mark-key-${evidence}` } },
  );

beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 90_000);
afterAll(() => test.stop());

describe('a document marked public', () => {
  let decree: string;
  let draft: string;

  it('is nowhere before a release holds it; one that is not marked never is', async () => {
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'KAZ', year: 2024, value: '900' }]);
    await publish();
    decree = await attach('A5.8', 'Decree.pdf', 2024);
    draft = await attach('A5.8', 'Draft.pdf', 2024);
    await mark(decree);
    expect((await documents('A5.8', 'A5')).indicator.documents).toEqual([]);
    for (const id of [decree, draft])
      expect((await get(`/data/documents/${id}`)).statusCode).toBe(404);
    expect((await preview()).documents).toEqual([
      { id: decree, title: 'Decree.pdf', change: 'NEW' },
    ]);
  });

  it('leaves with the release: on the pages of its indicator and action, and as a file that never changes', async () => {
    await publish();
    const { indicator, action } = await documents('A5.8', 'A5');
    expect(indicator.documents).toEqual([
      {
        id: decree,
        kind: 'FILE',
        title: 'Decree.pdf',
        mediaType: 'application/pdf',
        size: 8,
        lang: 'ru',
        url: null,
        area: 'KAZ',
        year: 2024,
      },
    ]);
    expect(action.documents).toEqual([{ id: decree, indicator: 'A5.8' }]);
    const answer = await get(`/data/documents/${decree}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('%PDF-1.7');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('attachment; filename="Decree.pdf"'),
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cdn-cache-control': FOR_A_MINUTE,
    });
    expect((await get(`/data/documents/${draft}`)).statusCode).toBe(404);
    await expect(
      test.em().execute(`update publication.document_content set content = null`),
    ).rejects.toThrow('immutable');
  });

  it('stays inside beside a hidden cell, and the preview says why', async () => {
    await reportFigures(
      test.em(),
      [
        { sex: '_T', value: '41' },
        { sex: 'F', value: '37' },
        { sex: 'M', value: '4' },
      ].map((cell) => ({ indicator: 'A5.10', area: 'KAZ', year: 2024, ...cell })),
    );
    const list = await attach('A5.10', 'List.pdf', 2024);
    await mark(list);
    await reportFigures(test.em(), [{ indicator: 'A5.6', area: 'KAZ', year: 2024, value: '800' }]);
    await stand(list, 'A5.6', 2024); // also attached to an indicator that hides nothing
    const { documents: told, hidden } = await preview();
    expect(told).toEqual([{ id: list, title: 'List.pdf', change: 'HIDDEN' }]);
    expect(hidden.map(({ why }: { why: string }) => why).sort()).toEqual(['COVER', 'SMALL']);
    await publish();
    for (const code of ['A5.10', 'A5.6'])
      expect((await documents(code, 'A5')).indicator.documents).toEqual([]);
    expect((await get(`/data/documents/${list}`)).statusCode).toBe(404);
  });

  it('stays inside until the release holds every figure where it stands; what is public already stays', async () => {
    const waiting = { indicator: 'A5.8', area: 'KAZ', year: 2022, value: '700' };
    await reportFigures(test.em(), [waiting], { state: 'SUBMITTED' });
    const table = await attach('A5.6', 'Table.pdf', 2024);
    await mark(table);
    for (const one of [table, decree]) await stand(one, 'A5.8', 2022);
    expect((await preview()).documents).toMatchObject([
      { title: 'List.pdf', change: 'HIDDEN' },
      { id: table, change: 'UNRELEASED' },
    ]);
    await stand(table, 'A5.8', 2022, '_T', false);
    expect((await preview()).documents).toMatchObject([
      { title: 'List.pdf', change: 'HIDDEN' },
      { id: table, change: 'NEW' },
    ]);
  });

  it('is not in the next release once the mark is taken back, and stays in those that held it', async () => {
    const [before] = await test
      .em()
      .execute<{ number: string }[]>(
        'select number from publication.release order by sequence desc limit 1',
      );
    await test.work(
      OFFICER,
      `mutation ($input: MarkEvidenceInput!) { markEvidence(input: $input) { problems { code } } }`,
      { input: { evidence: decree, public: false, idempotencyKey: 'unmark-key-1' } },
    );
    await publish();
    expect((await documents('A5.8', 'A5')).indicator.documents).toEqual([]);
    expect((await documents('A5.8', 'A5', before?.number)).indicator.documents).toHaveLength(1);
  });

  it('goes for good with a withdrawn figure: 410 at its address and at that of the value, and every hash still holds', async () => {
    const [first] = await test
      .em()
      .execute<{ number: string }[]>('select number from publication.release order by sequence');
    const permalink = `/data/values/${String(first?.number)}/A5.8/KAZ/2024`;
    const kept = await get(permalink);
    expect(kept.json()).toMatchObject({ value: '900', obsStatus: 'A' });
    expect(kept.headers['cdn-cache-control']).toBe(FOR_A_MINUTE);
    expect((await get(`${permalink}?sex=F`)).statusCode).toBe(404);
    const input = { indicator: 'A5.8', area: 'KAZ', year: 2024, reason: 'A person is recognised.' };
    await test.work(
      OFFICER,
      `mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { problems { code } } }`,
      { input: { ...input, idempotencyKey: 'withdraw-doc-1' } },
    );
    const { data } = await test.work(
      OFFICER,
      `query { withdrawals { withdrawals { id planHash } } }`,
    );
    const [{ id, planHash }] = data.withdrawals.withdrawals;
    expect((await get(permalink)).statusCode).toBe(200);
    await test.work(
      'officer2@demo.example',
      `mutation ($input: DecideWithdrawalInput!) { decideWithdrawal(input: $input) { problems { code } } }`,
      { input: { id, planHash, confirm: true, idempotencyKey: 'withdraw-doc-2' } },
    );
    expect((await get(permalink)).statusCode).toBe(410);
    expect((await get(`/data/documents/${decree}`)).statusCode).toBe(410);
    await checkCommand(test.orm);
    // the withdrawal leaves nothing to release by itself
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'UZB', year: 2012, value: '901' }]);
    await publish();
    await checkCommand(test.orm);
  });
});

describe('help lines', () => {
  const write = (text: string, expectedVersion: number) =>
    test.work(
      'admin@demo.example',
      `mutation ($input: ChangeHelpLineInput!) { changeHelpLine(input: $input) { problems { code } } }`,
      {
        input: {
          area: 'KAZ',
          lang: 'ru',
          text,
          expectedVersion,
          idempotencyKey: `help-key-${String((year += 1))}`,
        },
      },
    );

  it('are seen by nobody before a release, by everybody after it, and as they were in the release before', async () => {
    await write('Телефон доверия: 111', 0);
    expect((await test.publicQuery(HELP)).data).toEqual({ helpLines: [], country: { help: null } });
    expect((await preview()).helpLines).toEqual([
      { area: 'KAZ', lang: 'ru', before: null, after: 'Телефон доверия: 111' },
    ]);
    await publish();
    const shown = async () => (await test.publicQuery(HELP)).data.helpLines;
    const line = (text: string) => [{ area: { code: 'KAZ' }, text: { text, lang: 'ru' } }];
    expect(await shown()).toEqual(line('Телефон доверия: 111'));
    await write('Телефон доверия: 150', 1);
    expect(await shown()).toEqual(line('Телефон доверия: 111'));
    await publish();
    expect(await shown()).toEqual(line('Телефон доверия: 150'));
  });
});

describe('the mailbox of a body', () => {
  const write = (mailbox: string | null) =>
    test.em().execute(`update work.organisation set mailbox = ? where code = ?`, [mailbox, body]);
  const contacts = async (release: string | null = null) =>
    (
      await test.publicQuery(
        `query ($release: ID) { country(iso3: "KAZ", lang: ru, release: $release) { contacts { body { text } mailbox } } }`,
        { release },
      )
    ).data.country.contacts;
  const body = 'OFFICE';

  it('is public from the release that holds it, under the name of the body and no person, and in none before', async () => {
    await test
      .em()
      .execute(
        `insert into work.organisation (id, code, area, names) values (?, ?, 'KAZ', '{"en": "Statistics", "ru": "Статистика"}')`,
        [randomUUID(), body],
      );
    const [{ number: before }] = (await test.publicQuery(`{ releases(lang: en) { number } }`)).data
      .releases;
    await write('data@stat.example');
    expect(await contacts()).toEqual([]);
    expect((await preview()).contacts).toEqual([
      { area: 'KAZ', body, before: null, after: 'data@stat.example' },
    ]);
    const held = await publish();
    const shown = [{ body: { text: 'Статистика' }, mailbox: 'data@stat.example' }];
    expect(await contacts()).toEqual(shown);
    expect(await contacts(before)).toEqual([]);
    await write(null);
    await publish();
    expect(await contacts()).toEqual([]);
    expect(await contacts(held)).toEqual(shown);
    await checkCommand(test.orm);
  });
});

describe('the gate over what stands beside figures', () => {
  it('drops a competing share of a sensitive indicator, and a competing rate that names a small count', async () => {
    const em = test.em();
    await em.execute(
      `insert into work.source (id, title, publisher, licence, kind) values ('gate', 'Gate', 'x', 'x', 'OFFICIAL')`,
    );
    await em.execute(
      `insert into work.denominator (area, year, kind, value, source) select 'KGZ', 2019, denominator_of, 50000, 'gate' from work.indicator
       where code = 'A2.4' on conflict do nothing`,
    );
    await em.execute(
      `insert into work.alternative (indicator, area, year, source, value, note, chosen) values
         ('F2.5', 'KGZ', 2019, 'gate', 3.5, '{}', '{}'), ('A2.4', 'KGZ', 2019, 'gate', 6, '{}', '{}'), ('A5.10', 'KGZ', 2019, 'gate', 3, '{}', '{}'),
         ('A5.10', 'KGZ', 2018, 'gate', 120, '{}', '{}')`,
    );
    await publish();
    const left = await em.execute(
      `select indicator, year from publication.alternative where source = 'gate' and until_release is null`,
    );
    expect(left).toEqual([{ indicator: 'A5.10', year: 2018 }]);
  });

  it('does not give a figure of another source as an alternative to itself', async () => {
    const em = test.em();
    const cell = { indicator: 'A5.10', area: 'KAZ', year: 2017 };
    await reportFigures(em, [{ ...cell, value: '900', source: 'gate' }]);
    await em.execute(
      `insert into work.alternative (indicator, area, year, source, value, note, chosen) values
         ('A5.10', 'KAZ', 2017, 'gate', 900, '{}', '{}'), ('A5.10', 'KAZ', 2017, 'gate', 800, '{}', '{}')`,
    );
    await publish();
    const given = await em.execute(
      `select value::int from publication.alternative where area = 'KAZ' and year = 2017 and source = 'gate'`,
    );
    expect(given).toEqual([{ value: 800 }]);
  });

  it('hides a regional mean that would give the one hidden country away', async () => {
    await reportFigures(test.em(), [
      ...['KAZ', 'KGZ', 'TJK'].map((area, i) => ({
        indicator: 'C3',
        area,
        year: 2021,
        value: String(20 + i),
      })),
      { indicator: 'C3', area: 'UZB', year: 2021, missingReason: 'SUPPRESSED' },
      { indicator: 'C3', area: 'CA4', year: 2021, value: '22' },
    ]);
    const { hidden } = await preview();
    const where = (why: string) =>
      hidden
        .filter(
          (cell: { why: string; indicator: string }) => cell.why === why && cell.indicator === 'C3',
        )
        .map(({ area }: { area: string }) => area);
    expect(where('REGIONAL')).toEqual(['CA4']);
    expect(where('MINISTRY')).toEqual(['UZB']);
    await publish();
    const [row] = await test
      .em()
      .execute(
        `select value, obs_status from publication.value where indicator = 'C3' and area = 'CA4' and until_release is null`,
      );
    expect(row).toEqual({ value: null, obs_status: 'Q' });
  });

  it('keeps the events of a held table as they were', async () => {
    const em = test.em();
    const rows = (m: string, reason?: string) =>
      [
        { sex: '_T', value: String(137 + Number(m)) },
        { sex: 'F', value: '137' },
        { sex: 'M', value: m },
      ].map((cell) => ({
        indicator: 'A5.10',
        area: 'TJK',
        year: 2022,
        ...cell,
        ...(reason === undefined ? {} : { reason }),
      }));
    await reportFigures(em, rows('63'));
    await publish();
    // men no longer add up with women to the total, so the table is held
    await reportFigures(em, [
      { indicator: 'A5.10', area: 'TJK', year: 2022, sex: 'M', value: '70', reason: 'CORRECTION' },
    ]);
    await em.execute(
      `insert into work.event (id, indicator, area, date, year, text, source) values ('held-event', 'A5.10', 'TJK', '2022', 2022, '{"en": "Seventy men."}', 'gate')`,
    );
    await reportFigures(em, [{ indicator: 'A5.8', area: 'UZB', year: 2024, value: '10' }]);
    await publish();
    const told = await em.execute(`select 1 from publication.event where id = 'held-event'`);
    expect(told).toEqual([]);
  });
});
