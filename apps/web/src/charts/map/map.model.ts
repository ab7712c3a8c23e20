import type { GroupPanel, GroupRow } from '../groups/groups.model.ts';

interface Place {
  code: string;
  x: number;
  y: number;
}
export interface Outline {
  width: number;
  height: number;
  /** x, y: the place of the region's number; width: the room for it. */
  shapes: (Place & { d: string; width: number })[];
  /** Cities that are too small to be drawn as a shape. */
  points: Place[];
}

export interface RegionShade {
  row: GroupRow;
  hidden: boolean;
  /** The opacity of its fill, which rises from the lowest to the highest value. */
  share: number;
}

const [palest, darkest] = [0.12, 0.85];

/** The shades of the regions that have a value in the newest year, even a hidden one. */
export function shadeOf({ rows }: GroupPanel): Map<string, RegionShade> {
  const values = rows.flatMap(({ latest }) =>
    latest?.value == null ? [] : [Number(latest.value)],
  );
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return new Map(
    rows.flatMap((row) => {
      const { latest, part } = row;
      if (latest === null || (latest.value === null && !latest.hidden)) return [];
      const rank = high > low ? (Number(latest.value ?? low) - low) / (high - low) : 0.5;
      return [
        [
          part.region,
          { row, hidden: latest.hidden, share: palest + rank * (darkest - palest) },
        ] as const,
      ];
    }),
  );
}

/** Regions with a number but without an outline, because they were founded later. */
export function unplaced({ rows }: GroupPanel, { shapes, points }: Outline): GroupRow[] {
  const known = new Set([...shapes, ...points].map(({ code }) => code));
  return rows.filter(({ part }) => !known.has(part.region));
}
