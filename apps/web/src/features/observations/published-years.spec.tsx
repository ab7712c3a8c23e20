import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderDesk } from '../../testing/render-desk.tsx';
import { PublishedYearsDocument } from './published-years.generated.ts';
import { PublishedYears } from './duty-list.tsx';

const year = (of: number, correcting = 0, submitted = 0) => ({
  year: of,
  published: 3,
  correcting,
  submitted,
});

test('every published year can be reached, first those where something is being corrected', async () => {
  await renderDesk(<PublishedYears area="KGZ" />, {
    answers: [
      {
        request: { query: PublishedYearsDocument, variables: { area: 'KGZ' } },
        result: { data: { publishedYears: [year(2024), year(2012, 1, 2), year(2009)] } },
      },
    ],
  });
  await screen.findByRole('heading', { name: 'Correct what is published' });
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/en/report/KGZ/2012',
    '/en/report/KGZ/2024',
    '/en/report/KGZ/2009',
  ]);
  const item = links[0]?.closest('li');
  expect(item?.textContent).toBe('20123 values1 being corrected2 wait for review');
});
