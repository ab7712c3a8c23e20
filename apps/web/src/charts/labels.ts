export interface Label {
  id: string;
  text: string;
  /** Centre of the text, px. */
  y: number;
  /** Start of the text, px. */
  x: number;
}

/** Width of a text at 14 px, generously: letters are not measured. */
export const textWidth = (text: string): number => Math.ceil(text.length * 7.4);

/** Labels one under the other where they would overlap, moved as little as their order allows. */
export function spread<T extends Label>(
  labels: readonly T[],
  gap: number,
  top: number,
  bottom: number,
): T[] {
  const placed = labels.toSorted((a, b) => a.y - b.y).map((label) => ({ ...label }));
  const collides = (a: Label, b: Label) =>
    a.x < b.x + textWidth(b.text) &&
    b.x < a.x + textWidth(a.text) &&
    Math.abs(a.y - b.y) < gap - 0.01;
  for (let round = 0; round < 60; round++) {
    let moved = false;
    for (const [i, upper] of placed.entries()) {
      for (const lower of placed.slice(i + 1)) {
        if (!collides(upper, lower)) continue;
        const push = (gap - (lower.y - upper.y)) / 2;
        upper.y -= push;
        lower.y += push;
        moved = true;
      }
    }
    for (const label of placed) label.y = Math.min(bottom, Math.max(top, label.y));
    if (!moved) break;
  }
  return placed;
}

/**
 * Space right of the plot so that a label which starts at the given share of its width still ends inside:
 * left + share·(width − left − right) + text ≤ width.
 */
export function rightMargin(
  ends: readonly { share: number; text: number }[],
  width: number,
  left: number,
): number {
  const needs = ends.map(({ share, text }) =>
    share === 0 ? 0 : (left + share * (width - left) + text - width) / share,
  );
  return Math.ceil(Math.min(width * 0.45, Math.max(14, ...needs)));
}
