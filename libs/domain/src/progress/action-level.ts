import { Decimal, type Numeric, dec, settle } from '../values/decimal.ts';
import { type Maybe, decimalOrNull, figure, sortedFlags, wholePercent } from '../values/figure.ts';
import type { LevelFlag, Movement } from './assess-level.types.ts';
import { countedIndicators, type IndicatorRole, isHeadline } from './indicator-role.ts';
import { levelWord } from './level-word.ts';
import type { LevelWord } from './level-words.ts';
import { countMovements, type MovementCounts, movementOf } from './movement.ts';
import type { Direction } from './target.ts';

export interface LevelledIndicator {
  code: string;
  /** HEADLINE when absent. */
  role?: Maybe<IndicatorRole>;
  direction?: Maybe<Direction>;
  /** Any positive number; 1 when absent. */
  weight?: Maybe<Numeric>;
  level: Maybe<Numeric>;
  known: Numeric;
  total: Numeric;
  movement: Movement;
  /** NOT_APPLICABLE takes the indicator out of the action; any other reason explains why it has no level. */
  reason?: Maybe<string>;
  flags?: Maybe<readonly LevelFlag[]>;
}

interface Figures {
  level: number | null;
  low: number | null;
  high: number | null;
}

export interface ActionLevel extends Figures {
  /** Share of the weight that is known; an indicator that is known in part counts in part. */
  coverage: number;
  known: number;
  total: number;
  notApplicable: number;
  word: LevelWord;
  /** Whole percents: 100 only for exactly 1, 0 only for exactly 0. */
  percent: Figures;
  movement: { word: Movement } & MovementCounts;
  flags: LevelFlag[];
  problems: { code: 'INVALID_WEIGHT'; indicator: string }[];
}

const NO_FIGURE: Figures = { level: null, low: null, high: null };

/**
 * How far an action is in one country, from its HEADLINE indicators: these measure the deed it proposes, not its effects.
 *
 *   coverage = Σ w·c    low = Σ w·c·level    high = low + 1 − coverage    level = low / coverage
 *
 * with w the share of the weights and c = known/total of an indicator. Shares have 4 decimals, half away from
 * zero; the word is chosen from the settled level. A weight of 0 or less is a problem and gives no figure.
 *
 * Source: methods.md 1.5.
 */
export function actionLevel({
  indicators,
}: {
  indicators: readonly LevelledIndicator[];
}): ActionLevel {
  const rows = countedIndicators(indicators);
  const notApplicable = indicators.filter(isHeadline).length - rows.length;
  const base = { total: rows.length, notApplicable };
  const problems = rows
    .filter((row) => weightOf(row).lessThanOrEqualTo(0))
    .map(({ code }) => ({ code: 'INVALID_WEIGHT' as const, indicator: code }));
  if (rows.length === 0 || problems.length > 0) {
    return {
      ...NO_FIGURE,
      coverage: 0,
      known: 0,
      ...base,
      word: 'NOT_KNOWN',
      percent: NO_FIGURE,
      movement: { word: 'UNKNOWN', forward: 0, none: 0, back: 0, unknown: rows.length },
      flags: [],
      problems,
    };
  }

  const whole = Decimal.sum(...rows.map(weightOf));
  const covered = Decimal.sum(...rows.map((row) => weightOf(row).times(shareKnown(row))));
  const reached = Decimal.sum(
    ...rows.map((row) =>
      weightOf(row)
        .times(shareKnown(row))
        .times(decimalOrNull(row.level) ?? 0),
    ),
  );
  const coverage = settle(covered.div(whole));
  const level = covered.isZero() ? null : settle(reached.div(covered));
  const low = reached.div(whole);
  const high = low.plus(1).minus(covered.div(whole));
  return {
    level: figure(level),
    low: figure(low),
    high: figure(high),
    coverage: figure(coverage),
    known: rows.filter((row) => shareKnown(row).greaterThan(0)).length,
    ...base,
    word: levelWord(level, coverage),
    percent: { level: wholePercent(level), low: wholePercent(low), high: wholePercent(high) },
    movement: movementOfAll(rows),
    flags: sortedFlags(rows.flatMap(({ flags }) => flags ?? [])),
    problems,
  };
}

function movementOfAll(rows: readonly LevelledIndicator[]): ActionLevel['movement'] {
  const counts = countMovements(rows);
  const { forward, none, back } = counts;
  return { word: movementOf({ forward: forward > 0, none: none > 0, back: back > 0 }), ...counts };
}

function weightOf({ weight }: LevelledIndicator): Decimal {
  return dec(weight ?? 1);
}

function shareKnown({ known, total }: LevelledIndicator): Decimal {
  const whole = dec(total);
  return whole.isZero() ? dec(0) : dec(known).div(whole);
}
