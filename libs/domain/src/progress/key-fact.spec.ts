import { describe, expect, it } from '@jest/globals';
import { type KnownIndicator, keyFact } from './key-fact.ts';

type Element = NonNullable<KnownIndicator['elements']>[number];
const element = (stage: number | null, since: string | null = null): Omit<Element, 'code'> => ({
  stage,
  since,
  basis: stage === null ? null : 'OFFICIAL',
});
const law = (code: string, ...elements: Omit<Element, 'code'>[]): KnownIndicator => ({
  code,
  kind: 'MILESTONE',
  role: 'HEADLINE',
  direction: 'INCREASE',
  elements: elements.map((one, index) => ({ code: `${code}-${String(index + 1)}`, ...one })),
});
const number = (code: string, role: KnownIndicator['role'], value: string | null) =>
  ({
    code,
    kind: 'NUMERIC',
    role,
    direction: role === 'CONTEXT' ? 'NONE' : 'INCREASE',
    latest: value === null ? null : { year: 2024, value },
  }) satisfies KnownIndicator;

describe('the fact that tells most of an action', () => {
  it('is the stage of a law with one element, and since when', () => {
    expect(keyFact([law('A1.1', element(4, '2021-05')), number('A1.2', 'HEADLINE', '40')])).toEqual(
      {
        indicator: 'A1.1',
        element: 'A1.1-1',
        stage: 4,
        since: '2021-05',
        basis: 'OFFICIAL',
        inForce: null,
        parts: 1,
        value: null,
        year: null,
      },
    );
  });

  it('is how many parts of a law are in force, with the press marked', () => {
    const parts = [
      element(4),
      { ...element(5), basis: 'MEDIA' as const },
      element(2),
      element(null),
    ];
    expect(keyFact([law('A2.1', ...parts)])).toMatchObject({
      inForce: 2,
      parts: 4,
      basis: 'MEDIA',
      stage: null,
    });
  });

  it('is the part that is furthest where none is in force', () => {
    const fact = keyFact([law('A2.1', element(1, '2019'), element(3, '2025'), element(null))]);
    expect(fact).toMatchObject({
      element: 'A2.1-2',
      stage: 3,
      since: '2025',
      inForce: null,
      parts: 3,
    });
  });

  it('is told of the law with most in force', () => {
    const laws = [law('A4.1', element(3), element(0)), law('A4.8', element(4), element(4))];
    expect(keyFact(laws)).toMatchObject({ indicator: 'A4.8', inForce: 2 });
  });

  it('is a number of the deed where there is no law, and the nearest number where nothing is known of it', () => {
    const unknown = law('A6.1', element(null));
    const centres = number('A6.9', 'CONTEXT', '74');
    expect(keyFact([unknown, number('A6.2', 'HEADLINE', '12'), centres])).toMatchObject({
      indicator: 'A6.2',
      value: '12',
    });
    expect(keyFact([unknown, number('A6.2', 'HEADLINE', null), centres])).toMatchObject({
      indicator: 'A6.9',
      value: '74',
      year: 2024,
    });
    const asked: KnownIndicator = { ...number('A6.7', 'SUPPORTING', '1'), kind: 'BINARY' };
    expect(keyFact([unknown, centres, asked])?.indicator).toBe('A6.7');
  });

  it('is none where nothing is known', () => {
    expect(keyFact([law('A2.1', element(null)), number('A2.3', 'SUPPORTING', null)])).toBeNull();
  });
});
