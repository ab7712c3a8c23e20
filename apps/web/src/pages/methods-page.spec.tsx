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

  it('says what other bodies would say of the same facts, by their own formulas (vectors of comparators)', async () => {
    await renderApp('/en/about/methods', {});
    const table = within(screen.getByRole('table', { name: /From 2020 to 2030/ }));
    const rows = table
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      );
    expect(rows).toEqual([
      ['off track', 'on track', 'met or on track', 'accelerate', 'stagnating'],
      ['on track', 'on track', 'met or on track', 'maintain', 'moderately improving'],
      ['delayed', 'undefined', 'undefined', 'accelerate', 'moderately improving'],
      [
        'moved away',
        'deterioration',
        'stagnation or regression',
        'reverse the trend',
        'decreasing',
      ],
    ]);
    expect(screen.getByText(/708 needed, 205 reported, short by 503/)).toBeTruthy();
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
