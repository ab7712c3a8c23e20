import type { LawFragment } from '../../ui/laws/law.generated.ts';

/** Parts of a law that count and of which nothing is proven, in a country whose cells alone these are. */
export const unknownParts = ({
  elements,
  cells,
}: Pick<LawFragment, 'elements' | 'cells'>): LawFragment['elements'] =>
  elements.filter(
    ({ code, counts }) =>
      counts && !cells.some(({ element, stage }) => element === code && stage !== null),
  );
