import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidencePayload } from '../features/evidence/evidence.type.ts';
import { codes, type DeskRequests, deskRequests } from '../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../testing/harness.ts';
import { PEOPLE, reportingFixture, stored } from '../testing/reporting-fixture.ts';
import { upload } from '../testing/upload.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb } = PEOPLE;
const KILOBYTE = 1024;

beforeAll(async () => {
  api = await startTestApp({ settings: { evidenceQuotaMegabytes: 1 } });
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

async function send(name: string, kilobytes: number, who: string = kgz, area = 'KGZ') {
  const bytes = `%PDF-1.7\n${name.slice(-40)}`.padEnd(kilobytes * KILOBYTE);
  const response = await upload(api, who, `/evidence?area=${area}`, { name, bytes });
  const { evidence, problems } = response.json<EvidencePayload>();
  return { status: response.statusCode, evidence, problems };
}
const room = async () => (await desk.read(kgz, 'evidenceQuota', { area: 'KGZ' })).result;

describe('one organisation', () => {
  it('cannot fill the disk, even with many files at once', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `scan ${i}.pdf`);
    const answers = await Promise.all(names.map((name) => send(name, 300)));
    const kept = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 422);
    expect([kept.length, refused.length]).toEqual([3, 3]);
    for (const answer of refused) expect(codes(answer)).toEqual(['EVIDENCE_QUOTA_FULL']);
    expect(await room()).toEqual({ usedKilobytes: 900, maxKilobytes: 1024 });
  });

  it('may still attach what is on file, and what fits', async () => {
    const before = await stored(api.em());
    const [again] = (await desk.read(kgz, 'evidence', { area: 'KGZ' })).result;
    expect((await send(again?.title ?? '', 300)).evidence?.id).toBe(again?.id);
    expect(await stored(api.em())).toEqual(before);
    expect((await send('small.pdf', 100)).status).toBe(201);
  });

  it('costs no writing where its room is full', async () => {
    const em = api.em();
    // a sequence, because it also counts what is rolled back
    await em.execute(`create sequence work.written`);
    await em.execute(`create function work.count_written() returns trigger language plpgsql as
      'begin perform nextval(''work.written''); return new; end'`);
    await em.execute(`create trigger count_written before insert on work.evidence
      for each row execute function work.count_written()`);
    expect(codes(await send('too large.pdf', 300))).toEqual(['EVIDENCE_QUOTA_FULL']);
    const [sequence] = await em.execute<object[]>('select is_called from work.written');
    expect(sequence).toEqual({ is_called: false });
    await em.execute(`drop function work.count_written cascade`);
    await em.execute(`drop sequence work.written`);
  });

  it('takes no room from another country', async () => {
    expect((await send('scan of Uzbekistan.pdf', 300, uzb, 'UZB')).status).toBe(201);
  });
});
