import type { Assignment, Coherence, RuleHit } from './data-quality.types.ts';
import { shareOf } from './share.ts';

interface Finding {
  indicator: string;
  error: boolean;
  commented: boolean;
}

/**
 * Which of the checked cells some validation rule holds against. A rule counts once a cell: as an
 * error if it ever was one, as commented if it ever was; a rule that could not judge (SKIP) never.
 * share = 1 − withHits/checked, 4 decimals. Source: methods.md 1.12.
 */
export function coherenceOf(checked: readonly Assignment[], hits: readonly RuleHit[]): Coherence {
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
