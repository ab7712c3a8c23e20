import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../../app/i18n.ts';
import { Headline } from './headline.tsx';

const counts = {
  code: 'MOSTLY_BEHIND',
  onTrack: 0,
  behind: 2,
  movedAway: 1,
  pending: 0,
  notAssessed: 1,
  total: 4,
  indicatorsAssessed: 3,
  indicatorsTotal: 9,
};
async function sentence(lang: 'en' | 'ru', change: Partial<typeof counts> = {}) {
  const i18n = await createI18n(lang);
  const { container } = render(
    <I18nextProvider i18n={i18n}>
      <Headline of={{ ...counts, ...change }} />
    </I18nextProvider>,
  );
  return container.textContent;
}

describe('the sentence about a country', () => {
  it('counts in a fixed order, leaves out zeros except the first, and gives no score', async () => {
    expect(await sentence('en')).toBe(
      '0 of 4 actions on track, 2 behind, 1 moved away, 1 without enough data.',
    );
  });

  it('inflects in Russian', async () => {
    expect(await sentence('ru', { onTrack: 1, behind: 1, movedAway: 0 })).toBe(
      '1 из 4 действий выполняется по плану, 1 отстаёт, по 1 данных недостаточно.',
    );
  });

  it('says when nothing is assessed', async () => {
    expect(await sentence('en', { total: 0 })).toBe('No action is assessed yet.');
  });
});
