import type { Format } from './use-format.ts';

/** "+17"; null if the points are not known, and if the level did not move. */
export const signedPoints = (format: Format, points: string | null): string | null =>
  points !== null && /[1-9]/.test(points) ? format.signed(points, 0) : null;
