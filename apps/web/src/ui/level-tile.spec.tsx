import { describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderPart } from '../testing/render-part.tsx';
import { fact, level, unknown } from '../testing/level.fixture.ts';
import { LevelTile } from './level-tile.tsx';

const said = async (props: Parameters<typeof LevelTile>[0], lang?: 'ru') => {
  cleanup();
  await renderPart(
    <p data-testid="tile">
      <LevelTile {...props} />
    </p>,
    lang,
  );
  return screen.getByTestId('tile').textContent;
};

describe('a tile', () => {
  it('says percent, word, fact, movement and how much is known', async () => {
    expect(await said({ level: level(), fact: fact() })).toBe(
      '40%under wayIn force since 2021↑ since 2022forward since 20222 of 4 parts known',
    );
    expect(screen.getByRole('img', { name: '20–70% whatever the other parts show' })).toBeTruthy();
  });

  it('says of what nobody knows what is known instead', async () => {
    expect(await said({ level: unknown, fact: null })).toBe('Nobody has reported');
    const centres = fact({ stage: null, since: null, value: '74', year: 2024, decimals: 0 });
    expect(await said({ level: unknown, fact: centres })).toBe('not knownA law: 74 (2024)');
  });

  it('has no bar of a range where every part is known', async () => {
    const all = level({ low: 40, high: 40, known: 4, movement: 'NONE' });
    expect(await said({ level: all, fact: fact() }, 'ru')).toContain(
      'без шагов с 2022 г.известно всё',
    );
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('is red only where something went back', async () => {
    await said({ level: level({ movement: 'BACK', points: '-20.0' }), fact: null });
    expect(document.querySelector('.BACK')?.textContent).toBe(
      '▼ −20 since 2022back since 2022, −20 points',
    );
    await said({ level: level(), fact: null });
    expect(document.querySelector('.BACK, .down')).toBeNull();
  });
});

describe('a fact in one line', () => {
  const line = async (change: Parameters<typeof fact>[0]) =>
    (await said({ level: unknown, fact: fact(change) })).replace('not known', '');

  it('marks what rests on the press', async () => {
    expect(await line({ basis: 'MEDIA' })).toBe('In force since 2021 (press)');
    const draft = { stage: 2, stageName: { lang: 'en', text: 'Draft' } } as const;
    expect(await line({ ...draft, basis: 'MEDIA', since: '2025-05' })).toBe('Draft (press, 2025)');
  });

  it('counts the parts of a law that are in force', async () => {
    expect(await line({ inForce: 2, parts: 4 })).toBe('In force: 2 of 4 parts');
  });

  it('says when something is no longer proven', async () => {
    expect(await line({ stage: null, stageName: null, basis: null })).toBe(
      'No longer proven since 2021',
    );
  });
});
