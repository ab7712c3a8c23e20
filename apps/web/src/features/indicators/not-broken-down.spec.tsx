import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderDesk } from '../../testing/render-desk.tsx';
import { LeftOut } from './not-broken-down.tsx';

const names = { KGZ: 'Kyrgyzstan', UZB: 'Uzbekistan' };
const show = (...faces: [area: 'KGZ' | 'UZB', year: number, face: string][]) =>
  renderDesk(
    <LeftOut
      names={names}
      series={(['KGZ', 'UZB'] as const).map((code) => ({
        area: code,
        withheld: faces.filter(([area]) => area === code).map(([, year, face]) => ({ year, face })),
      }))}
    />,
  );
const sentences = () => screen.queryAllByText(/in this release|of this release/);

test('a total that is left out is told in a sentence of its own', async () => {
  await show(
    ['KGZ', 2022, 'total'],
    ['KGZ', 2023, 'total'],
    ['KGZ', 2023, 'sex'],
    ['UZB', 2023, 'sex+age'],
  );
  expect(sentences().map(({ textContent }) => textContent)).toEqual([
    'The total is left out of this release: Kyrgyzstan 2023, Kyrgyzstan 2022.',
    'Not broken down in this release: Kyrgyzstan 2023 (sex), Uzbekistan 2023 (sex × age).',
  ]);
});

test('nothing is said where nothing is left out', async () => {
  await show();
  expect(sentences()).toEqual([]);
});
