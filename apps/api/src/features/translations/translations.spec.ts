import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { verifyChain } from '../audit/chain.ts';
import type { TranslationPayload, Translations, TranslationSheet } from './translations.type.ts';

const admin = 'admin@demo.example';
const SHEET = `subject version texts { path texts { lang text stale } }`;
let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ seed: 'framework' });
});
afterAll(() => api.stop());

async function sheet(subject = 'ACTION A1', who = admin): Promise<TranslationSheet> {
  const { data } = await api.work<{ translationSheet: TranslationSheet }>(
    who,
    `query ($subject: ID!) { translationSheet(subject: $subject) { ${SHEET} } }`,
    { subject },
  );
  if (!data) throw new Error('no answer');
  return data.translationSheet;
}
async function save(more: object, who = admin) {
  const { version } = await sheet();
  const input = {
    subject: 'ACTION A1',
    path: 'title',
    lang: 'kk',
    text: 'Мақсат',
    expectedVersion: version,
    idempotencyKey: randomUUID(),
    ...more,
  };
  return api.work<{ saveTranslation: TranslationPayload }>(
    who,
    `mutation ($input: SaveTranslationInput!) { saveTranslation(input: $input) {
       sheet { ${SHEET} } problems { code field } } }`,
    { input },
  );
}
const inKazakh = (of: TranslationSheet | null | undefined) =>
  of?.texts.find(({ path }) => path === 'title')?.texts.find(({ lang }) => lang === 'kk');
const overview = async () =>
  (
    await api.work<{ translations: Translations }>(
      admin,
      `{ translations { objects { subject name total languages { lang done stale } }
         catalogs { namespace total languages { lang done } } } }`,
    )
  ).data?.translations;

describe('the translations', () => {
  it('say of each action and indicator, and of the interface, how much is there in each language', async () => {
    const found = await overview();
    const action = found?.objects.find(({ subject }) => subject === 'ACTION A1');
    expect(action).toMatchObject({ total: 3, name: expect.stringMatching(/\w/) });
    expect(action?.languages.find(({ lang }) => lang === 'ru')).toEqual({
      lang: 'ru',
      done: 3,
      stale: 0,
    });
    expect(found?.objects.some(({ subject }) => subject.startsWith('INDICATOR '))).toBe(true);
    for (const { total, languages } of found?.catalogs ?? [])
      for (const { lang, done } of languages)
        if (lang === 'en' || lang === 'ru') expect(done).toBe(total);
  });

  it('hold the name and the definition of each element of a law', async () => {
    const { texts, version: expectedVersion } = await sheet('INDICATOR A6.1');
    const paths = texts.map(({ path }) => path).filter((path) => path.startsWith('element/'));
    expect(paths).toEqual(
      ['A6.1-STD', 'A6.1-REV'].flatMap((code) => [
        `element/${code}/name`,
        `element/${code}/definition`,
      ]),
    );
    const said = { subject: 'INDICATOR A6.1', path: 'element/A6.1-REV/name', lang: 'tg' };
    const { data } = await save({ ...said, text: 'Баррасии солона', expectedVersion });
    expect(data?.saveTranslation.problems).toEqual([]);
    const now = data?.saveTranslation.sheet?.texts.find(({ path }) => path === said.path);
    expect(now?.texts).toContainEqual({ lang: 'tg', text: 'Баррасии солона', stale: false });
  });

  it('are read in no more than ten statements', async () => {
    expect(await api.statements(overview)).toBeLessThanOrEqual(10);
  });

  it('are written by the administrator through the framework itself, with an event that says before and after', async () => {
    const before = await sheet();
    const { data } = await save({});
    expect(data?.saveTranslation.problems).toEqual([]);
    expect(inKazakh(data?.saveTranslation.sheet)).toEqual({
      lang: 'kk',
      text: 'Мақсат',
      stale: false,
    });
    expect(data?.saveTranslation.sheet?.version).toBe(before.version + 1);
    const [event] = await api.em().execute<Record<string, unknown>[]>(
      `select operation, role, subject, after -> 'title' ->> 'kk' as text from work.audit_event
       order by number desc limit 1`,
    );
    expect(event).toEqual({
      operation: 'TRANSLATE',
      role: 'ADMIN',
      subject: 'ACTION A1',
      text: 'Мақсат',
    });
    expect((await verifyChain(api.em())).ok).toBe(true);
  });

  it('are stale when the officer changes the English text, until they are written or confirmed', async () => {
    const officer = 'officer@demo.example';
    const { data } = await api.work(
      officer,
      `{ framework(lang: en) { actions { code version kind scope title { lang text } quote { lang text } reading { lang text }
           position links { indicator role weight } } } }`,
    );
    const found = data.framework.actions.find((one: { code: string }) => one.code === 'A1');
    const { version, ...action } = found;
    const title = action.title.map((one: { lang: string; text: string }) =>
      one.lang === 'en' ? { lang: 'en', text: 'Another title' } : one,
    );
    const input = { ...action, title, expectedVersion: version, idempotencyKey: randomUUID() };
    await api.work(
      officer,
      `mutation ($input: SaveActionInput!) { saveAction(input: $input) { problems { code } } }`,
      { input },
    );
    expect(inKazakh(await sheet())?.stale).toBe(true);
    const listed = (await overview())?.objects.find(({ subject }) => subject === 'ACTION A1');
    expect(listed?.languages.find(({ lang }) => lang === 'kk')?.stale).toBe(1);
    await save({});
    expect(inKazakh(await sheet())?.stale).toBe(false);
  });

  it.each([
    [{ lang: 'en' }, 'SOURCE_LANGUAGE'],
    [{ path: 'sheet/rationale' }, 'UNKNOWN_TEXT'],
    [{ subject: 'ACTION Z9' }, 'UNKNOWN_TEXT'],
    [{ expectedVersion: 0 }, 'VERSION_CONFLICT'],
  ])('are refused with %j: %s', async (more, code) => {
    const { data } = await save(more);
    expect(data?.saveTranslation.problems).toMatchObject([{ code }]);
  });

  it.each(['officer@demo.example', 'auditor@demo.example', 'donor@demo.example'])(
    'are not written by %s',
    async (who) => {
      const { errors } = await save({ text: 'x' }, who);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );

  it('are read by the auditor and by nobody else besides', async () => {
    expect((await sheet('ACTION A1', 'auditor@demo.example')).texts.length).toBe(3);
    expect(await sheet('ACTION A1', 'officer@demo.example')).toBeNull();
  });
});
