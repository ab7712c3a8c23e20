import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';

describe('the method page', () => {
  it('works its example of pace with the rules that assess published figures (vectors P01, P03, P04, P05)', async () => {
    await renderApp('/en/about/methods', {});
    const table = within(screen.getByRole('table', { name: /officers trained/ }));
    const rows = table
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(rows).toEqual([
      '36050%50%1on track',
      '31240%50%0.8delayed',
      '18012.5%50%0.25off track',
      '96\u22125%50%\u22120.1moved away',
    ]);
  });

  it('works its examples of a law, an action and a change with the rules of the pages (LV, AL, LC)', async () => {
    await renderApp('/en/about/methods', {});
    // two parts have 6 of 10 stages; of all four that is 6 of 20 if the others are at nothing, 16 of 20 if they are
    // carried out
    expect(screen.getByText(/of four parts one is in force/).textContent).toContain(
      'The level is 60% of what is known, and between 30% and 80%',
    );
    expect(screen.getByText(/a number nobody reports/).textContent).toContain(
      '80% mostly done; 40–90% whatever',
    );
    expect(screen.getByText(/becomes known: \+40 points forward/)).toBeTruthy();
    expect(screen.getByText(/708 needed, 205 reported, short by 503/)).toBeTruthy();
  });

  it('names every word of a level with its meaning, and tells which version came before', async () => {
    await renderApp('/en/about/methods', {});
    const table = within(screen.getByRole('table', { name: 'The words of a level' }));
    expect(table.getAllByRole('rowheader').map((row) => row.textContent.trim())).toEqual([
      ...['done', 'mostly done', 'under way', 'begun', 'not begun', 'known in part', 'not known'],
    ]);
    expect(screen.getByText(/Version 2 replaced it/)).toBeTruthy();
  });

  it('names every status in a word with a meaning', async () => {
    await renderApp('/ru/about/methods', {});
    expect(screen.getAllByText('сильно отстаёт')).not.toHaveLength(0);
    expect(screen.getByText(/Дальше от цели, чем в начале/)).toBeTruthy();
  });

  it('hides in its example the small part and another with it, never the number itself', async () => {
    await renderApp('/en/about/methods', {});
    const row = screen.getByRole('rowheader', { name: 'Published' }).closest('tr');
    expect(row?.textContent).toBe(
      'Publishedchidden to protect peoplechidden to protect people4060',
    );
  });
});
