import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderPart } from '../../testing/render-part.tsx';
import { events, law, sources } from './law.fixture.ts';
import { LawMatrix } from './law-matrix.tsx';

const areas = Object.entries({ KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan' }).map(
  ([code, name]) => ({ code, name: { lang: 'en' as const, text: name } }),
);
const open = (columns = ['KAZ', 'KGZ', 'TJK']) =>
  renderPart(<LawMatrix {...{ law, columns, areas, events, sources }} />);
/** The cells of a part as they are read, without the country name that a phone shows above each. */
const cells = (part: string) =>
  within(
    screen.getByRole('rowheader', { name: new RegExp(`^${part}`) }).closest('tr') ?? document.body,
  )
    .getAllByRole('cell')
    .map((cell) => {
      const said = cell.querySelector('[aria-haspopup]') ?? cell.lastElementChild;
      return { said: said?.textContent, filled: cell.querySelectorAll('rect:not(.ahead)').length };
    });

describe('a law as a matrix', () => {
  it('says of each part and country the stage in its word, since when, where and who says so', async () => {
    await open();
    expect(cells('Sexual harassment defined')).toEqual([
      { said: 'Draft since 2025 · press', filled: 2 },
      { said: 'not known', filled: 0 },
      { said: 'In force since 2022 · official · Law No. 1890 of 19 July 2022, art. 6', filled: 4 },
    ]);
  });

  it('knows nothing begun, what is no longer proven and what nobody knows apart', async () => {
    await open();
    expect(cells('Definition in the Labour Code').map(({ said }) => said)).toEqual([
      'not known',
      'no longer proven ',
      'Not begun as of 2022 · official',
    ]);
  });

  it('says which part comes from the words of the proposal, and which does not count', async () => {
    await open();
    expect(screen.getByRole('rowheader', { name: /Labour Code/ }).textContent).toBe(
      'Definition in the Labour Codefrom the words of the proposal itself',
    );
    expect(screen.getByRole('rowheader', { name: /Hostile/ }).textContent).toContain(
      'does not count in the level',
    );
  });

  it('opens the newest event that proves the stage, with its date and source', async () => {
    await open();
    const note = document.getElementById('fact-A2.1-DEF-TJK');
    expect(note?.textContent).toContain('Tajikistan · Sexual harassment defined by law');
    expect(note?.textContent).toContain('The law on equality before the law');
    expect(note?.textContent).toContain('19 July 2022');
    expect(note?.querySelector('a')?.getAttribute('href')).toBe('https://law.example/1890');
    const opener = document.querySelector('[popovertarget="fact-A2.1-DEF-TJK"]');
    expect(opener?.tagName).toBe('BUTTON');
  });

  it('stands with one country alone', async () => {
    await open(['KAZ']);
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Part',
      'Kazakhstan',
    ]);
    expect(cells('Hostile')).toEqual([{ said: 'not known', filled: 0 }]);
  });
});
