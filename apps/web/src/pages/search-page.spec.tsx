import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';

const hits = [
  {
    kind: 'INDICATOR',
    code: 'A5.6',
    name: { lang: 'en', text: 'Protection orders issued' },
    foundIn: { lang: 'kk', text: 'Қорғау нұсқамалары' },
  },
  { kind: 'COUNTRY', code: 'KGZ', name: { lang: 'en', text: 'Kyrgyzstan' }, foundIn: null },
  { kind: 'PAGE', code: 'about/api', name: { lang: 'en', text: 'API' }, foundIn: null },
];

const inMain = () => within(screen.getByRole('main'));

describe('the search page', () => {
  it('links each result to its page and says by which words of another language it was found', async () => {
    const asked: unknown[] = [];
    await renderApp('/en/search?q=kor', {
      search: (variables: object) => {
        asked.push(variables);
        return hits;
      },
    });
    expect(asked).toEqual([{ q: 'kor', lang: 'en' }]);
    expect(inMain().getByRole('status').textContent).toBe('3 results for “kor”');
    expect(
      screen.getByRole('link', { name: 'Protection orders issued' }).getAttribute('href'),
    ).toBe('/en/indicators/A5.6');
    expect(screen.getByRole('link', { name: 'Kyrgyzstan' }).getAttribute('href')).toBe(
      '/en/countries/KGZ',
    );
    expect(inMain().getByRole('link', { name: 'API' }).getAttribute('href')).toBe('/en/about/api');
    expect(screen.getByText('Қорғау нұсқамалары').getAttribute('lang')).toBe('kk');
  });

  it('says that nothing was found', async () => {
    await renderApp('/ru/search?q=xyz', { search: [] });
    expect(inMain().getByRole('status').textContent).toContain('«xyz» ничего не найдено');
  });

  it('keeps what was asked in its field, and works as a plain form', async () => {
    await renderApp('/en/search?q=police', { search: hits });
    const field = screen.getByLabelText('Search this site', {
      selector: 'main input',
    });
    expect((field as HTMLInputElement).value).toBe('police');
    expect(field.closest('form')?.getAttribute('action')).toBe('/en/search');
  });

  it('asks the server for nothing without a word', async () => {
    await renderApp('/en/search', {
      search: () => {
        throw new Error('asked');
      },
    });
    expect(inMain().queryByRole('status')).toBeNull();
  });
});
