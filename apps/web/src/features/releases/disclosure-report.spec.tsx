import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { DisclosureReport, type Preview } from './preview-lines.tsx';

const report = (found: Pick<Preview, 'held' | 'withheldFaces'>) =>
  renderDesk(
    <DisclosureReport
      preview={{ hidden: [], waiting: [], withheldForShelters: [], ...found } as unknown as Preview}
      areaNames={new Map([['KGZ', 'Kyrgyzstan']])}
    />,
    { me: officer, answers: [] },
  );

test.each([
  ['NOT_PLANNED', 'what has to be hidden could not be worked out'],
  ['INVALID', 'an unknown code, or not a count'],
  [
    'SMALL_REVISION A5.10|KGZ|F|_T|_T|_T|_T',
    'a change about so few people that it waits for the yearly release (A5.10 · Kyrgyzstan · women)',
  ],
  [
    'NO_COVER A5.10|KGZ|_T|_T|_T|_T|_T',
    'a small number that no other cell can cover (A5.10 · Kyrgyzstan)',
  ],
  [
    'DATA_FAULT A5.10 KGZ sex',
    'incomplete or not adding up, though already in an earlier release (A5.10 · Kyrgyzstan · sex)',
  ],
])('says in words why a table is kept back: %s', async (reason, words) => {
  const held = [{ indicator: 'A5.10', year: 2024, reasons: [reason] }];
  await report({ held, withheldFaces: [] });
  expect((await screen.findByText('A5.10 · 2024')).parentElement?.textContent).toBe(
    `A5.10 · 2024 ${words}`,
  );
});

test('says in words that a breakdown is too deep', async () => {
  const place = { indicator: 'A5.10', area: 'KGZ', year: 2024, face: 'sex+age+urb' };
  await report({ held: [], withheldFaces: [{ ...place, reason: 'FACE_TOO_DEEP' }] });
  await screen.findByText('too many breakdowns at once');
});
