import type { LocalTextFragment } from '../../ui/local-text.generated.ts';
import type { ActionPageData } from './action-page.types.ts';
import { isKnown } from './reported.ts';

export interface Unknown {
  /** A part of a law, or a headline number. */
  name: LocalTextFragment;
  areas: string[];
}
export interface UnknownOf {
  indicator: ActionPageData['indicators'][number]['indicator'];
  provider: LocalTextFragment | null;
  missing: Unknown[];
}

/** What is missing for the level: elements without a stage and headline numbers without a value, with the body that could report them. */
export function unknownsOf(data: ActionPageData): UnknownOf[] {
  const shown = data.cells.map(({ area }) => area);
  const laws = data.laws.map(({ indicator, provider, elements, cells }) => ({
    indicator,
    provider,
    missing: elements
      .filter(({ counts }) => counts)
      .map(({ code, name }) => ({
        name,
        areas: shown.filter(
          (area) =>
            (cells.find((cell) => cell.element === code && cell.area === area)?.stage ?? null) ===
            null,
        ),
      })),
  }));
  const numbers = data.indicators
    .filter(({ role }) => role === 'HEADLINE')
    .map(({ indicator, provider, series }) => ({
      indicator,
      provider,
      missing: [
        {
          name: indicator.name,
          areas: series.filter((one) => !isKnown(one)).map(({ cell }) => cell.area),
        },
      ],
    }));
  return [...laws, ...numbers]
    .map((one) => ({ ...one, missing: one.missing.filter(({ areas }) => areas.length > 0) }))
    .filter(({ missing }) => missing.length > 0);
}

/** Cells of the matrix that are empty, and numbers that are not reported. */
export const countUnknown = (unknowns: readonly UnknownOf[]): number =>
  unknowns.flatMap(({ missing }) => missing.flatMap(({ areas }) => areas)).length;
