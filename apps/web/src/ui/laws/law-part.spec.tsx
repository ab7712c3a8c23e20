import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { level } from '../../testing/level.fixture.ts';
import { renderPart } from '../../testing/render-part.tsx';
import { events, law, sources } from './law.fixture.ts';
import { LawPart } from './law-part.tsx';

const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
const areas = Object.entries(names).map(([code, name]) => ({
  code,
  name: { lang: 'en' as const, text: name },
}));
const whole = { ...law, levels: areas.map(({ code }) => ({ area: code, level: level() })) };
const open = (...chosen: string[]) =>
  renderPart(<LawPart {...{ law: whole, areas, events, sources, chosen }} />);
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('a law in place of a chart', () => {
  it('says how far it is in each country, and shows its parts as a matrix, never a line', async () => {
    await open();
    expect(screen.getAllByRole('link', { name: /parts known/ })).toHaveLength(4);
    expect(heads()).toEqual(['Part', ...Object.values(names)]);
    expect(document.querySelector('polyline, path[class*="line"]')).toBeNull();
  });

  it('narrows to the countries of the address, and to none of them shows all', async () => {
    await open('UZB', 'KAZ');
    expect(heads()).toEqual(['Part', 'Kazakhstan', 'Uzbekistan']);
    await open('CA4');
    expect(heads()).toContain('Tajikistan');
  });
});
