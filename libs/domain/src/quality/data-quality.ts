import { countBy, decimalOrNull, figure } from '../values/figure.ts';
import { median } from '../progress/quantile.ts';
import { dec, type Decimal } from '../values/decimal.ts';
import { classOf, completenessOf, isHidden } from './completeness.ts';
import type {
  Assignment,
  Coherence,
  DataQuality,
  DataQualityInput,
  PublishedRevision,
  Revisions,
  RuleHit,
  Timeliness,
} from './data-quality.types.ts';
import { shareOf } from './share.ts';

const DAY = 86_400_000;

/**
 * Days from the due day to the first submission, negative = early, over the reported cells that have
 * one; type-7 median with 1 decimal. Cells that were never submitted do not count. Source: methods.md 1.12.
 */
function timelinessOf(reported: readonly Assignment[], due: string): Timeliness {
  const days = reported.flatMap(({ submittedOn }) =>
    submittedOn == null ? [] : [daysBetween(due, submittedOn)],
  );
  return {
    n: days.length,
    medianDays: figure(median(days.map(dec)), 1),
    onTime: shareOf(days.filter((late) => late <= 0).length, days.length),
    latest: days.length === 0 ? null : Math.max(...days),
  };
}

// A date without a time is read as UTC, where every day has 24 hours.
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * How often and how much the checked cells were revised since first publication: median of
 * |to − from|/|from|, 4 decimals, without from = 0 and without new definitions, whose values must not be
 * subtracted. Source: methods.md 1.12.
 */
function revisionsOf(
  checked: readonly Assignment[],
  revisions: readonly PublishedRevision[],
): Revisions {
  const cells = new Set(checked.map(({ indicator }) => indicator));
  const counted = revisions.filter(({ indicator }) => cells.has(indicator));
  return {
    count: counted.length,
    cells: new Set(counted.map(({ indicator }) => indicator)).size,
    byReason: countBy(counted.flatMap(({ reason }) => reason ?? [])),
    medianRelative: figure(median(counted.flatMap(relativeSize))),
  };
}

function relativeSize(revision: PublishedRevision): Decimal[] {
  const from = decimalOrNull(revision.from);
  const to = decimalOrNull(revision.to);
  if (revision.reason === 'DEFINITION' || from === null || to === null || from.isZero()) return [];
  return [to.minus(from).abs().div(from.abs())];
}

interface Finding {
  indicator: string;
  error: boolean;
  commented: boolean;
}

/**
 * How many of the checked cells break a rule. A rule counts once for a cell: as an error if any of its
 * hits is one, as commented if any has a comment; a rule that could not judge (SKIP) does not count.
 * share = 1 − withHits/checked, 4 decimals. Source: methods.md 1.12.
 */
function coherenceOf(checked: readonly Assignment[], hits: readonly RuleHit[]): Coherence {
  const findings = [...mergeHits(checked, hits).values()];
  const withHits = new Set(findings.map(({ indicator }) => indicator)).size;
  const warnings = findings.filter(({ error }) => !error);
  return {
    checked: checked.length,
    withHits,
    errors: findings.length - warnings.length,
    warnings: warnings.length,
    explained: warnings.filter(({ commented }) => commented).length,
    share: shareOf(checked.length - withHits, checked.length),
  };
}

function mergeHits(checked: readonly Assignment[], hits: readonly RuleHit[]): Map<string, Finding> {
  const cells = new Set(checked.map(({ indicator }) => indicator));
  const findings = new Map<string, Finding>();
  for (const { indicator, rule, severity, comment } of hits) {
    if (severity === 'SKIP' || !cells.has(indicator)) continue;
    const key = `${indicator}|${rule}`;
    const known = findings.get(key);
    findings.set(key, {
      indicator,
      error: severity === 'ERROR' || known?.error === true,
      commented: Boolean(comment) || known?.commented === true,
    });
  }
  return findings;
}

/**
 * Four plain facts about the data of a country in a cycle: how much was reported, when, whether it breaks
 * rules, and how much it was revised. No composite score, no ranking. In the PUBLIC view, hidden cells do
 * not count among hits and revisions, because a hit says something about the value.
 *
 * Source: methods.md 1.12.
 */
export function dataQuality(input: DataQualityInput): DataQuality {
  const { assignments, country, cycle, view } = input;
  const reported = assignments.filter((cell) => classOf(cell, input) === 'reported');
  const checked = view === 'PUBLIC' ? reported.filter((cell) => !isHidden(cell)) : reported;
  return {
    country,
    year: cycle.year,
    completeness: completenessOf(assignments, input),
    timeliness: timelinessOf(reported, cycle.due),
    coherence: coherenceOf(checked, input.hits ?? []),
    revisions: revisionsOf(checked, input.revisions ?? []),
  };
}
