import { describe, expect, it } from '@jest/globals';

import { levelChange } from './level-change.ts';
import { levelParts } from './level-parts.ts';

const law = (def: number | null, env: number | null) => ({
  code: 'A2.1',
  level: null,
  elements: [
    { code: 'A2.1-DEF', stage: def },
    { code: 'A2.1-ENV', stage: env },
  ],
});
const change = (from: Parameters<typeof levelParts>[0], to: Parameters<typeof levelParts>[0]) =>
  levelChange({
    from: { methodVersion: '2', parts: levelParts(from) },
    to: { methodVersion: '2', parts: levelParts(to) },
  });

describe('the parts of an action', () => {
  it('are the elements of its law, which together weigh as much as a number', () => {
    const number = { code: 'A1.2', level: 0.5 };
    expect(change([law(1, 1), number], [law(3, 1), number])).toMatchObject({
      class: 'FORWARD',
      points: 10,
    });
  });

  it('are named by the element that became known', () => {
    expect(change([law(4, null)], [law(4, 1)])).toMatchObject({
      class: 'NEWLY_KNOWN',
      newlyKnown: ['A2.1-ENV'],
    });
  });

  it('are its headline indicators only, without those that do not apply', () => {
    const others = [
      { code: 'A2.3', role: 'SUPPORTING' as const, level: 1 },
      { code: 'A2.4', role: 'CONTEXT' as const, level: 1 },
      { code: 'A2.5', direction: 'NONE' as const, level: 1 },
      { code: 'A2.6', level: null, reason: 'NOT_APPLICABLE' },
      { code: 'A2.7', level: 1, weight: 0 },
    ];
    expect(levelParts([law(2, 0), ...others]).map(({ key }) => key)).toEqual([
      'A2.1-DEF',
      'A2.1-ENV',
    ]);
  });

  it('of a hidden law are one, of which nothing is known', () => {
    expect(levelParts([{ code: 'A2.1', level: null, elements: [] }])).toMatchObject([
      { key: 'A2.1', level: null },
    ]);
  });
});
