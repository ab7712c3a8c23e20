import { describe, expect, it } from '@jest/globals';
import { formatDate, formatNumber, formatPercent, formatSigned } from '@qadam/i18n';
import { createI18n } from '../app/i18n.ts';
import { figureText, plannedText } from './figure-text.ts';

const format = {
  lang: 'ru' as const,
  number: (value: string, decimals?: number) => formatNumber('ru', value, decimals),
  signed: (value: string, decimals?: number) => formatSigned('ru', value, decimals),
  percent: (value: string, decimals?: number) => formatPercent('ru', value, decimals),
  date: (day: string) => formatDate('ru', day),
};

describe('a published value', () => {
  it.each([
    ['MILESTONE', 'STAGE', 0, '3', 'ступень 3 из 5'],
    ['BINARY', 'BOOL', 0, '1', 'да'],
    ['BINARY', 'BOOL', 0, '0', 'нет'],
    ['NUMERIC', 'PT', 1, '30.5', '30,5\u00a0%'],
    ['NUMERIC', 'NUMBER', 0, '13104', '13\u00a0104'],
  ] as const)(
    'of a %s in %s is read in the words of its kind',
    async (kind, unit, decimals, value, text) => {
      const { t } = await createI18n('ru');
      expect(figureText(t, format, { kind, unit, decimals }, value)).toBe(text);
    },
  );
});

describe('a target', () => {
  it.each([
    ['NUMERIC', 'PT', 1, '50', '50\u00a0%'],
    ['NUMERIC', 'PT', 1, '7.25', '7,3\u00a0%'],
    ['MILESTONE', 'STAGE', 0, '5', 'ступень 5 из 5'],
  ] as const)(
    'of a %s in %s has no digits that nobody set',
    async (kind, unit, decimals, value, text) => {
      const { t } = await createI18n('ru');
      expect(plannedText(t, format, { kind, unit, decimals }, value)).toBe(text);
    },
  );
});
