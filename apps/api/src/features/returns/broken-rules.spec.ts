import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE } from '../../testing/reporting-fixture.ts';
import { ValidationRule } from '../framework/validation-rule.entity.ts';

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, officer } = PEOPLE;
const FRAME = { area: 'KGZ', cycle: 2025 };

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  desk = deskRequests(api);
  imports = importRequests(api);
  await api.em().insert(ValidationRule, {
    code: 'R1',
    left: { terms: [{ indicator: 'A5.2', figure: 'DENOMINATOR', factor: '1' }], constant: null },
    operator: 'LE',
    right: { terms: [{ indicator: 'A5.8', figure: 'VALUE', factor: '1' }], constant: null },
    ...{ missing: 'SKIP_IF_ANY_VALUE_MISSING', severity: 'WARN', active: true },
    message: { en: 'More decided than issued.', ru: 'Решено больше, чем выдано.' },
  });
});
afterAll(() => api.stop());

const BROKEN = expect.objectContaining({
  rule: 'R1',
  code: 'RULE_BROKEN',
  severity: 'WARN',
  params: expect.arrayContaining([
    { name: 'text', value: 'More decided than issued.' },
    { name: 'left', value: '8' },
    { name: 'right', value: '7' },
  ]),
});

const COLUMNS = 'code,value,numerator,denominator';
const brokenIn = ({ problems }: { problems: { code: string }[] }) =>
  problems.filter(({ code }) => code === 'RULE_BROKEN');

describe('a broken validation rule', () => {
  it('is told of a file as soon as it is read, whichever row came first', async () => {
    const file = 'code,value,numerator,denominator\nA5.2,,1,8\nA5.8,7,,\n';
    const { body } = await imports.send(kgz, file, { lang: 'ru' });
    expect(body.summary).toMatchObject({ rows: 2, errors: 0 });
    expect(body.problems).toMatchObject([
      {
        ...{ code: 'RULE_BROKEN', severity: 'WARN', row: 2, column: 'A5.2' },
        params: expect.arrayContaining([{ name: 'text', value: 'Решено больше, чем выдано.' }]),
      },
    ]);
  });

  it.each([
    ['A5.2,,1,8\nA5.8,7,,', 2],
    ['A5.8,7,,\nA5.2,,1,8', 2],
  ])('is told of a file once, at the first row that it compares: %j', async (rows, row) => {
    const { body } = await imports.send(kgz, `${COLUMNS}\n${rows}\n`);
    expect(brokenIn(body)).toMatchObject([{ row }]);
  });

  it('is told of a file with what is saved beside it, until its row is mended', async () => {
    const saved = await desk.save(kgz, 'A5.8', '7', { ...FRAME, sourceText: 'Register' });
    expect(saved.cell.hits.map(({ code }) => code)).not.toContain('RULE_BROKEN');
    // a row without any problem could not be corrected
    const file = `${COLUMNS},comment\nA5.2,,1,8,Call +996 555 123 456\n`;
    const { body } = await imports.send(kgz, file);
    expect(brokenIn(body)).toMatchObject([{ row: 2, column: 'A5.2' }]);
    const mended = await imports.mend(kgz, body.job, 1, { denominator: '6' });
    expect(mended.body).toMatchObject({ problems: [{ code: 'PERSONAL_DATA' }] });
  });

  it('stands at both values in the return, and asks for a comment at each', async () => {
    const b = await desk.save(kgz, 'A5.2', null, {
      ...{ ...FRAME, numerator: '1', denominator: '8', sourceText: 'Register' },
    });
    expect(b.cell.hits).toMatchObject([
      { rule: 'R1', severity: 'WARN' },
      { code: 'COMMENT_REQUIRED' },
    ]);
    const { result } = await desk.read(kgz, 'returnForm', FRAME);
    const cells = result.cells.filter(({ indicator }) => ['A5.2', 'A5.8'].includes(indicator));
    for (const { hits } of cells) expect(hits).toContainEqual(BROKEN);
    const chosen = cells.map(({ id, version }) => ({ id, expectedVersion: version }));
    const refused = await desk.change(kgz, 'submitReturn', { ...FRAME, cells: chosen });
    expect(codes(refused.payload)).toEqual(['COMMENT_REQUIRED', 'COMMENT_REQUIRED']);
  });

  it('with a comment is handed in, and the officer sees it in the queue', async () => {
    const comment = 'Orders of last year were decided too.';
    const saved = [
      await desk.save(kgz, 'A5.8', '7', {
        ...{ ...FRAME, comment, sourceText: 'Register', expectedVersion: 1 },
      }),
      await desk.save(kgz, 'A5.2', null, {
        ...{ ...FRAME, comment, sourceText: 'Register', expectedVersion: 1 },
        ...{ numerator: '1', denominator: '8' },
      }),
    ];
    const chosen = saved.map(({ cell: { id, version } }) => ({ id, expectedVersion: version }));
    const done = await desk.change(kgz, 'submitReturn', { ...FRAME, cells: chosen });
    expect(codes(done.payload)).toEqual([]);
    const { result } = await desk.read(officer, 'reviewQueue');
    const hits = result.submitted.map((one) => one.hits.map(({ rule }) => rule));
    expect(hits).toEqual([['R1'], ['R1']]);
  });

  it('costs the form no statement for each rule', async () => {
    const read = () => desk.read(kgz, 'returnForm', FRAME);
    const before = await api.statements(read);
    const rule = await api.em().findOneOrFail(ValidationRule, 'R1');
    const { left, right, missing, severity, message } = rule;
    for (let at = 2; at < 50; at += 1)
      await api.em().insert(ValidationRule, {
        ...{ code: `R${String(at)}`, left, operator: 'NE', right, missing, severity, message },
        active: true,
      });
    expect(await api.statements(read)).toBe(before);
  });
});
