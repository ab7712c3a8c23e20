import { describe, expect, it } from '@jest/globals';
import type { FrameworkAction, FrameworkIndicator } from './framework-document.ts';
import { staleTranslations, translatableTexts, withTranslation } from './translations.ts';

const indicator = {
  code: 'A1.1',
  name: { en: 'Law', ru: 'Закон' },
  definition: { en: 'A law.' },
  unitText: { en: 'stage' },
  stages: { en: ['none', 'draft'], ru: ['нет'] },
  elements: [{ code: 'A1.1-DEF', name: { en: 'Definition' }, definition: { en: 'In the code' } }],
  sheet: { en: { rationale: 'Why', updated: '2026' } },
  tableAxes: [{ dimension: 'sex', codes: [{ code: 'F', name: { en: 'women' } }] }],
  benchmarks: [{ id: 'coe.2008', label: { en: 'Standard' }, citation: { en: 'CoE' } }],
  breaks: [{ area: 'KGZ', year: 2016, note: { en: 'Law changed' } }],
} as unknown as FrameworkIndicator;

const paths = [
  'name',
  'definition',
  'unitText',
  'stages/0',
  'stages/1',
  'element/A1.1-DEF/name',
  'element/A1.1-DEF/definition',
  'sheet/rationale',
  'table/sex/F',
  'benchmark/coe.2008/label',
  'benchmark/coe.2008/citation',
  'break/KGZ/2016',
];

describe('the texts of an indicator', () => {
  it('are found wherever they stand, the date of the sheet aside', () => {
    expect(translatableTexts(indicator).map(({ path }) => path)).toEqual(paths);
  });

  it.each(paths.filter((path) => path !== 'stages/1'))(
    'are said in another language at %s, and nothing else changes',
    (path) => {
      const changed = withTranslation(indicator, path, 'kk', 'сөз');
      const written = (of: FrameworkIndicator | null, at: string) =>
        translatableTexts(of ?? indicator).find((one) => one.path === at)?.texts;
      expect(written(changed, path)?.kk).toBe('сөз');
      for (const other of paths.filter((one) => one !== path))
        expect(written(changed, other)).toEqual(written(indicator, other));
      expect(withTranslation(changed ?? indicator, path, 'kk', '')).not.toBeNull();
    },
  );

  it('name no stage before the one below it, and no text that the source does not have', () => {
    expect(withTranslation(indicator, 'stages/1', 'ru', 'проект')?.stages?.ru).toEqual([
      'нет',
      'проект',
    ]);
    expect(withTranslation(indicator, 'stages/1', 'kk', 'жоба')).toBeNull();
    expect(withTranslation(indicator, 'sheet/contact', 'kk', 'x')).toBeNull();
    expect(withTranslation(indicator, 'code', 'kk', 'x')).toBeNull();
    expect(
      withTranslation({ title: { en: 'a' } } as FrameworkAction, 'title', 'ru', 'а')?.title,
    ).toEqual({
      en: 'a',
      ru: 'а',
    });
  });
});

describe('a translation is stale', () => {
  const source = { before: { name: { en: 'a', ru: 'а' } }, after: { name: { en: 'b', ru: 'а' } } };
  const at = (change: { before: object | null; after: object | null }) => ({
    subject: 'INDICATOR A1.1',
    ...change,
  });

  it('in every language that did not follow a change of the English text', () => {
    expect([...staleTranslations([at(source)])]).toEqual(
      ['ru', 'kk', 'ky', 'tg', 'uz'].map((lang) => `INDICATOR A1.1 name ${lang}`),
    );
  });

  it('no longer once it was written anew, confirmed, or changed in the same step', () => {
    const anew = { before: { name: { en: 'b', ru: 'а' } }, after: { name: { en: 'b', ru: 'б' } } };
    const confirmed = { before: null, after: { confirmed: 'name kk' } };
    const both = { before: { name: { en: 'b', ru: 'б' } }, after: { name: { en: 'c', ru: 'в' } } };
    const isStale = (lang: string, ...changes: { before: object | null; after: object | null }[]) =>
      staleTranslations(changes.map(at)).has(`INDICATOR A1.1 name ${lang}`);
    expect(isStale('ru', source, anew)).toBe(false);
    expect(isStale('kk', source, confirmed)).toBe(false);
    expect(isStale('kk', confirmed, source)).toBe(true);
    expect(isStale('ru', source, both)).toBe(false);
  });

  it('not while nobody has touched the source', () => {
    expect(staleTranslations([])).toEqual(new Set());
  });
});
