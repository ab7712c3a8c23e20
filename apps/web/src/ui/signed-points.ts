import type { Format } from './use-format.ts';

/** "+17"; null where it is not known, and where a level did not move. */
export const signedPoints = (format: Format, points: string | null): string | null =>
  points !== null && /[1-9]/.test(points) ? format.signed(points, 0) : null;
