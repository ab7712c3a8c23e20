import { afterAll, beforeAll } from '@jest/globals';
import { db } from '../database/db.ts';
import { query } from '../database/query.fixture.ts';
import { reportFigures } from './approved-figures.ts';
import { startTestApp, type TestApp } from './harness.ts';
import { serverWork } from './server-work.ts';
import { PlannedReleasesService } from '../features/releases/planned-releases.service.ts';

export const OFFICER = 'officer@demo.example';
const PREVIEW = `query { releasePreview(asOfYear: 2025, annual: false, lang: en) { previewHash } }`;
const PLANNED = `id state number publishAt plannedBy { name } problems { code }`;
const PLAN = `mutation ($input: PlanReleaseInput!) { planRelease(input: $input) { planned { ${PLANNED} } problems { code field } } }`;
const PUBLISH = `mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { problems { code } } }`;
const CANCEL = `mutation ($input: CancelReleaseInput!) { cancelPlannedRelease(input: $input) { planned { ${PLANNED} } problems { code } } }`;
const LIST = `query { plannedReleases(lang: en) { ${PLANNED} } }`;

interface Previewed {
  releasePreview: { previewHash: string };
}
interface Planned {
  id: string;
  state: string;
  number: string | null;
  problems: { code: string }[];
}

export const later = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** A server for one suite, and what an officer does there with releases under embargo. */
export function embargoes() {
  let test: TestApp;
  let key = 0;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
  }, 60_000);
  afterAll(() => test.stop());

  const idempotencyKey = () => `planned-key-${String((key += 1))}`;
  const figure = (value: string) =>
    reportFigures(test.em(), [
      { indicator: 'A5.8', area: 'KAZ', year: 2020, value, reason: 'CORRECTION' },
    ]);
  async function preview(): Promise<string> {
    const { data } = await test.work<Previewed>(OFFICER, PREVIEW);
    if (!data) throw new Error('There is no preview.');
    return data.releasePreview.previewHash;
  }
  const input = (previewHash: string, text: string, key: string) => ({
    asOfYear: 2025,
    annual: false,
    note: [{ lang: 'en', text }],
    previewHash,
    idempotencyKey: key,
  });
  const publish = (previewHash: string) =>
    test.work(OFFICER, PUBLISH, { input: input(previewHash, 'A release.', idempotencyKey()) });
  async function plan(
    publishAt: string,
    previewHash?: string,
    { who = OFFICER, key = idempotencyKey(), text = 'Under embargo.' } = {},
  ) {
    const hash = previewHash ?? (await preview());
    return test.work(who, PLAN, { input: { ...input(hash, text, key), publishAt } });
  }
  const cancel = (id: string) =>
    test.work(OFFICER, CANCEL, { input: { id, idempotencyKey: idempotencyKey() } });
  async function list(who = OFFICER): Promise<Planned[]> {
    const { data } = await test.work<{ plannedReleases: Planned[] }>(who, LIST);
    if (!data) throw new Error(`${who} is not shown what is planned.`);
    return data.plannedReleases;
  }
  const publishDue = () => serverWork(test, PlannedReleasesService).publishDue();
  const releases = () =>
    db(test.em()).selectFrom('publication.release').select('number').orderBy('sequence').execute();
  /** The addresses to which a mail about a refused release was sent. */
  const mailedTo = async (): Promise<string[]> => {
    const mails = await db(test.em())
      .selectFrom('work.notification as n')
      .innerJoin('work.user_account as u', 'u.id', 'n.recipient')
      .select('u.email')
      .where('n.kind', '=', 'RELEASE_REFUSED')
      .orderBy('n.created_at')
      .execute();
    return mails.map(({ email }) => email);
  };
  /** Ends the embargo at once. A trigger, which otherwise allows only settling a planned release, is off meanwhile. `more`: what else changes. */
  const endEmbargo = (more = 'state = state') =>
    query(
      String(test.orm.config.get('clientUrl')),
      `alter table work.planned_release disable trigger user;
       update work.planned_release set publish_at = now(), ${more} where state = 'PLANNED';
       alter table work.planned_release enable trigger user`,
    );
  return {
    test: () => test,
    idempotencyKey,
    figure,
    preview,
    publish,
    plan,
    cancel,
    list,
    mailedTo,
    publishDue,
    releases,
    endEmbargo,
  };
}
