import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import { STAGES } from './assess-law.ts';
import type { ElementStage } from './assess-level.types.ts';
import { countedIndicators, type RoledIndicator } from './indicator-role.ts';
import type { LevelPart } from './level-change.ts';

/** An indicator of an action as it was assessed in a country. */
export interface PartIndicator extends RoledIndicator {
  code: string;
  weight?: Maybe<Numeric>;
  level: Maybe<Numeric>;
  reason?: Maybe<string>;
  /** Only for a law. */
  elements?: Maybe<readonly Pick<ElementStage, 'code' | 'stage'>[]>;
}

/**
 * The parts by which an action is compared between two releases: its headline indicators. A law counts
 * by its elements (stage divided by the number of stages), which share its weight. Source: methods.md 1.5a.
 */
export function levelParts(indicators: readonly PartIndicator[]): LevelPart[] {
  return countedIndicators(indicators).flatMap(({ code, weight, level, elements }) => {
    const whole = dec(weight ?? 1);
    if (!whole.greaterThan(0)) return [];
    if (!elements || elements.length === 0) return [{ key: code, level, weight: whole }];
    return elements.map(({ code: key, stage }) => ({
      key,
      level: stage === null ? null : dec(stage).div(STAGES),
      weight: whole.div(elements.length),
    }));
  });
}
