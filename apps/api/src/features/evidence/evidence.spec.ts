import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';
import { type Upload, upload } from '../../testing/upload.ts';
import type { EvidencePayload } from './evidence.type.ts';
import { sheetOf } from '../../testing/workbook.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer, auditor, donor, admin } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const PDF = '%PDF-1.7\nsigned letter';
const send = (file: Upload, who: string | null = kgz, area = 'KGZ') =>
  upload(api, who, `/evidence?area=${area}`, file);
async function added(file: Upload, who: string = kgz, area = 'KGZ') {
  const response = await send(file, who, area);
  const { evidence } = response.json<EvidencePayload>();
  if (evidence === null) throw new Error(response.body);
  return evidence;
}
const refused = async (file: Upload) => {
  const response = await send(file);
  return { status: response.statusCode, codes: codes(response.json<EvidencePayload>()) };
};
const read = async (who: string | null, id: string) =>
  api.http({
    method: 'GET',
    url: `/evidence/${id}`,
    headers: who === null ? {} : { cookie: await api.cookie(who) },
  });
const codeOf = (response: { json: () => unknown }) =>
  (response.json() as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

const workbook = async () => Buffer.from(await sheetOf([['A5.8', 12]], { name: '2025' }));
const image = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 4, height: 8, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Artist: 'Aida', Copyright: 'Bishkek' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer();

describe('a file', () => {
  it.each([
    ['a letter', 'Письмо.pdf', () => PDF, 'application/pdf', 'Письмо.pdf'],
    ['a scan', 'scan.jpeg', () => image('jpeg'), 'image/jpeg', 'scan.jpg'],
    ['a drawing', 'table', () => image('png'), 'image/png', 'table.png'],
    ['a table', 'data.csv', () => 'code;2025\r\nA5.8;12', 'text/csv', 'data.csv'],
    ['a message', 'x.xml', () => '<?xml version="1.0"?><a/>', 'application/xml', 'x.xml'],
    [
      'a workbook',
      '../form.zip',
      workbook,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'form.xlsx',
    ],
  ])('%s is taken for what its bytes are', async (_what, name, bytes, mediaType, title) => {
    const evidence = await added({ name, bytes: await bytes() });
    expect(evidence).toMatchObject({ kind: 'FILE', mediaType, title, public: false, area: 'KGZ' });
    const file = await read(officer, evidence.id);
    expect(file.headers).toMatchObject({
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; /);
    expect(file.rawPayload).toHaveLength(evidence.size ?? 0);
  });

  it.each([
    ['nothing', 'a.pdf', () => '', 'FILE_EMPTY'],
    ['a page called a letter', 'a.pdf', () => '<html><script>1</script>', 'FILE_NOT_ALLOWED'],
    ['a page called a table', 'a.csv', () => ' <svg onload=alert(1)>', 'FILE_NOT_ALLOWED'],
    ['a program', 'a.csv', () => Buffer.from([0x4d, 0x5a, 0x00, 0x03]), 'FILE_NOT_ALLOWED'],
    ['half an image', 'a.png', async () => (await image('png')).subarray(0, 30), 'FILE_BROKEN'],
    ['a broken workbook', 'a.xlsx', () => 'PK\u0003\u0004broken', 'WORKBOOK_BROKEN'],
    [
      'XML that fetches',
      'a.xml',
      () => '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      'XML_DTD',
    ],
    ['more than 10 MB', 'a.pdf', () => PDF + 'x'.repeat(10 * 1024 * 1024), 'FILE_TOO_LARGE'],
  ])('that is %s is refused, and nothing is stored', async (_what, name, bytes, code) => {
    const before = await stored(api.em());
    expect(await refused({ name, bytes: await bytes() })).toEqual({ status: 422, codes: [code] });
    expect(await stored(api.em())).toEqual(before);
  });

  it('loses where, when and by whom it was photographed', async () => {
    const bytes = await image('jpeg');
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { id } = await added({ name: 'exif.jpg', bytes });
    const kept = (await read(kgz, id)).rawPayload;
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.includes('Aida')).toBe(false);
  });

  it('that is sent twice is one, and each country has its own', async () => {
    const twice = await Promise.all([
      added({ name: 'one.pdf', bytes: `${PDF} twice` }),
      added({ name: 'two.pdf', bytes: `${PDF} twice` }),
    ]);
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
    const foreign = await added({ name: 'one.pdf', bytes: `${PDF} twice` }, uzb, 'UZB');
    expect(foreign.id).not.toBe(one(twice).id);
  });

  it('is never changed or deleted', async () => {
    const { id } = await added({ name: 'kept.pdf', bytes: `${PDF} kept` });
    for (const sql of [
      `update work.evidence set title = 'x' where id = '${id}'`,
      `delete from work.evidence_content where evidence = '${id}'`,
    ]) {
      await expect(api.em().execute(sql)).rejects.toThrow('append-only');
    }
  });

  it('is answered to who may read the country, and to others as if it were not there', async () => {
    const { id } = await added({ name: 'private.pdf', bytes: `${PDF} private` });
    for (const who of [kgz, officer, auditor]) expect((await read(who, id)).statusCode).toBe(200);
    const told = async (who: string | null, which: string) => {
      const { statusCode, body } = await read(who, which);
      return { statusCode, body: body.replace(/"requestId":"[^"]+"/, '') };
    };
    expect(await told(uzb, id)).toEqual(await told(uzb, randomUUID()));
    expect(await told(uzb, id)).toMatchObject({ statusCode: 404 });
    expect((await told(officer, 'no-id')).statusCode).toBe(404);
    for (const who of [donor, admin]) expect((await told(who, id)).statusCode).toBe(403);
    expect((await told(null, id)).statusCode).toBe(401);
  });

  it('is added by the reporters of the country alone', async () => {
    const before = await stored(api.em());
    const file = { name: 'a.pdf', bytes: PDF };
    const answers = [
      [uzb, 'NOT_FOUND'],
      [officer, 'FORBIDDEN'],
      [auditor, 'FORBIDDEN'],
      [donor, 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const;
    for (const [who, code] of answers) expect(codeOf(await send(file, who))).toBe(code);
    expect(codeOf(await send(file, kgz, 'XXX'))).toBe('NOT_FOUND');
    expect(codeOf(await send({ ...file, field: 'other' }))).toBe('BAD_USER_INPUT');
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const forged = await upload(api, kgz, '/evidence?area=KGZ', file, foreign);
    expect(codeOf(forged)).toBe('FORBIDDEN');
    expect(await stored(api.em())).toEqual(before);
  });
});

describe('evidence of a value', () => {
  it('is attached while the value may be changed, and stays with later revisions', async () => {
    const { id: evidence } = await added({ name: 'law.pdf', bytes: `${PDF} law` });
    const { cell } = await desk.save(kgz, 'A6.1', '2');
    const attach = async (attached: boolean, who: string = kgz) =>
      (await desk.change(who, 'attachEvidence', { observation: cell.id, evidence, attached }))
        .payload;
    const attached = await attach(true);
    expect(attached.observation.evidence).toMatchObject([{ id: evidence, title: 'law.pdf' }]);
    expect(attached.observation.version).toBe(cell.version);

    const { cell: changed } = await desk.save(kgz, 'A6.1', '3', { expectedVersion: 1 });
    await desk.submit(kgz, [changed]);
    const seen = (await desk.read(officer, 'workObservation', { id: cell.id })).result;
    expect(seen.evidence.map(({ id }) => id)).toEqual([evidence]);
    expect(codes(await attach(false))).toEqual(['LOCKED_SUBMITTED']);

    const returned = { observation: cell.id, revision: seen.current.id, reason: 'Which law?' };
    await desk.change(officer, 'returnValue', returned);
    expect((await attach(false)).observation.evidence).toEqual([]);
    expect((await attach(false)).problems).toEqual([]);
    const [log] = await api
      .em()
      .execute<{ rows: number }[]>(
        `select count(*)::int as rows from work.revision_evidence where evidence = ?`,
        [evidence],
      );
    expect(log).toEqual({ rows: 2 });
  });

  it('of another country is not there', async () => {
    const { id: evidence } = await added({ name: 'uzb.pdf', bytes: PDF }, uzb, 'UZB');
    const { cell } = await desk.save(kgz, 'A5.8', '7');
    const { errors } = await desk.change(kgz, 'attachEvidence', {
      observation: cell.id,
      evidence,
      attached: true,
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('can be a link, over https, with a title, once', async () => {
    const link = { area: 'KGZ', url: 'https://stat.example.kg/2025', title: ' Yearbook 2025 ' };
    const add = async (more: object = {}) =>
      (await desk.change(kgz, 'addEvidenceLink', { ...link, ...more })).payload;
    const { evidence } = await add();
    expect(evidence).toMatchObject({ kind: 'LINK', title: 'Yearbook 2025', url: link.url });
    expect((await add({ title: 'Again' })).evidence.id).toBe(evidence.id);
    expect(codes(await add({ url: 'http://stat.example.kg/' }))).toEqual(['LINK_NOT_HTTPS']);
    expect(codes(await add({ title: ' ' }))).toEqual(['TEXT_REQUIRED']);
    expect((await read(kgz, evidence.id)).statusCode).toBe(404);
    const list = (await desk.read(kgz, 'evidence', { area: 'KGZ' })).result;
    expect(list.map(({ id }) => id)).toContain(evidence.id);
  });

  it('is private until an officer marks it public, and can be made private again', async () => {
    const { id: evidence } = await added({ name: 'open.pdf', bytes: `${PDF} open` });
    const mark = async (isPublic: boolean) =>
      (await desk.change(officer, 'markEvidence', { evidence, public: isPublic })).payload.evidence;
    expect((await mark(true)).public).toBe(true);
    expect((await mark(false)).public).toBe(false);
    const events = await api
      .em()
      .execute<{ after: object }[]>(
        `select after from work.audit_event where operation = 'MARK_EVIDENCE' and subject = ? order by number`,
        [evidence],
      );
    expect(events.map(({ after }) => after)).toMatchObject([{ public: true }, { public: false }]);
  });
});

describe('the signed letter of the head', () => {
  it('goes with the return, and is a file of the same country', async () => {
    const { id: letter } = await added({ name: 'letter.pdf', bytes: `${PDF} of the head` });
    const foreign = await added({ name: 'letter.pdf', bytes: PDF }, uzb, 'UZB');
    const { cell } = await desk.save(kgz, 'A5.2', null, { numerator: '3', denominator: '10' });
    const cells = [{ id: cell.id, expectedVersion: cell.version }];
    for (const wrong of [foreign.id, randomUUID(), 'letter']) {
      const input = { area: 'KGZ', cycle: 2025, cells, letter: wrong };
      const { errors } = await desk.change(kgz, 'submitReturn', input);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const { form } = await desk.submit(kgz, [cell], { letter });
    expect(form.submissions.map((submission) => submission.letter)).toContainEqual(
      expect.objectContaining({ id: letter, title: 'letter.pdf' }),
    );
  });
});
