import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const admin = { role: 'ADMIN' } as const;
const counts = (done: number, stale: number) =>
  ['en', 'ru', 'kk', 'ky', 'tg', 'uz'].map((lang) => ({
    lang,
    done: lang === 'kk' ? done : 2,
    stale: lang === 'ru' ? stale : 0,
  }));
const translations = {
  objects: [{ subject: 'ACTION A1', name: 'An agenda', total: 2, languages: counts(1, 1) }],
  catalogs: [{ namespace: 'public', total: 2, languages: counts(2, 0) }],
};
const translationSheet = {
  subject: 'ACTION A1',
  version: 3,
  texts: [
    {
      path: 'title',
      texts: [
        { lang: 'en', text: 'An agenda', stale: false },
        { lang: 'ru', text: 'Повестка', stale: true },
      ],
    },
    { path: 'quote', texts: [{ lang: 'en', text: 'Words', stale: false }] },
  ],
};

describe('the translations', () => {
  it('say in words what is missing and what is stale, for each object and language', async () => {
    deskApi(admin, { translations });
    await renderApp('/en/admin/translations', {});
    const table = await screen.findByRole('table', { name: 'Actions and indicators' });
    const cells = within(table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells.slice(0, 3)).toEqual([
      'A1, English: complete',
      'A1, Русский: complete 1 stale',
      'A1, Қазақша: 1 of 2',
    ]);
  });

  it('are confirmed as they are, or written anew, against the version that was read', async () => {
    const calls = deskApi(admin, {
      translations,
      translationSheet,
      saveTranslation: { sheet: null, problems: [] },
    });
    await renderApp('/en/admin/translations?of=ACTION+A1&in=ru', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Still right Title' }));
    await screen.findByText('Saved.');
    expect(lastInput(calls)).toMatchObject({
      subject: 'ACTION A1',
      path: 'title',
      lang: 'ru',
      text: 'Повестка',
      expectedVersion: 3,
    });
    fireEvent.change(screen.getByRole('textbox', { name: 'Quotation, Russian' }), {
      target: { value: 'Слова' },
    });
    expect(screen.getByRole('button', { name: 'Save Quotation' })).toBeTruthy();
  });

  it('are read but not written by an auditor', async () => {
    deskApi({ ...admin, role: 'AUDITOR' }, { translations, translationSheet });
    await renderApp('/en/admin/translations?of=ACTION+A1&in=ru', {});
    const field = await screen.findByRole('textbox', { name: 'Title, Russian' });
    expect(field).toHaveProperty('readOnly', true);
    expect(screen.queryByRole('button', { name: /Still right|Save/ })).toBeNull();
  });
});
