import { type Direction, levelParts, type LevelPart, type PartIndicator } from '@qadam/domain';
import { byCell } from './by-cell.ts';
import type { AssessmentRowOf, LinkRow } from './public-rows.ts';

/** What an action is compared by in an area: its headline indicators, of a law its elements. */
export type Parts = (action: string, area: string) => LevelPart[];

export function partsIn(
  assessments: readonly AssessmentRowOf[],
  links: readonly LinkRow[],
  indicators: readonly { code: string; direction: Direction }[],
): Parts {
  const assessed = byCell(
    assessments.filter(({ kind }) => kind === 'INDICATOR'),
    (row) => row.subject,
  );
  const directions = new Map(indicators.map(({ code, direction }) => [code, direction]));
  return (action, area) =>
    levelParts(
      links
        .filter((link) => link.action === action)
        .flatMap(({ indicator: code, role, weight }) =>
          assessed(code, area).map(({ level, detail }): PartIndicator => ({
            code,
            role,
            weight,
            direction: directions.get(code) ?? null,
            level,
            reason: detail['reason'] as string | null,
            elements: detail['elements'] as PartIndicator['elements'],
          })),
        ),
    );
}
