export interface Label {
  id: string;
  text: string;
  /** Centre of the text, px. */
  y: number;
  /** Start of the text, px. */
  x: number;
  /** The end of its line, if the name could not be placed beside it. */
  end?: { x: number; y: number };
}

/** A generous estimate of the width of a text at 14 px: letters are not measured. */
export const textWidth = (text: string): number => Math.ceil(text.length * 7.4);

/** A piece of a line, or a mark, which is a piece without length. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}
/** Edges, px. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const besideMark = 10;

/**
 * Places names beside the ends of their lines: over no line, mark or other name if there is such a place nearby, else where they
 * cover least. Tries the right of the end first, then above and below it, then the left. `gap`: the height of a name.
 */
export function placeLabels<T extends Label>(
  labels: readonly T[],
  strokes: readonly Stroke[],
  gap: number,
  bounds: Box,
): T[] {
  const placed: T[] = [];
  const place = (i: number, others: readonly T[]) => {
    const start = labels[i];
    if (!start) return;
    const to = best(placesOf(start, gap, bounds), ({ x, y }) => {
      const box = boxOf({ ...start, x, y }, gap);
      const names = others.filter((other) => overlap(box, boxOf(other, gap))).length;
      const lines = strokes.filter((stroke) => crosses(stroke, box)).length;
      return 1000 * names + 200 * lines + Math.hypot((x - start.x) / 3, y - start.y);
    });
    const away = Math.abs(to.y - start.y) > 0.75 * gap || to.x > start.x + gap;
    placed[i] = {
      ...start,
      ...to,
      ...(away ? { end: { x: start.x - besideMark, y: start.y } } : {}),
    };
  };
  for (const i of labels.keys()) place(i, placed.slice(0, i));
  // places each once more, now that the places of the later ones are known
  for (const i of labels.keys())
    place(
      i,
      placed.filter((_, j) => j !== i),
    );
  return placed;
}

type Place = Pick<Label, 'x' | 'y'>;

function best(places: readonly Place[], cost: (place: Place) => number): Place {
  const costs = places.map(cost);
  return places[costs.indexOf(Math.min(...costs))] ?? { x: 0, y: 0 };
}

/** The places that a name can have: its own, others further up and down, and over, under and left of the end of its line. */
function placesOf(label: Label, gap: number, { left, right, top, bottom }: Box): Place[] {
  const width = textWidth(label.text);
  const end = label.x - besideMark;
  const steps = [0, 0.5, 1, 1.5, 2, 3].map((step) => step * gap);
  const shifts = [...steps, ...steps.slice(1).map((step) => -step)];
  return [label.x, label.x + 2 * gap, end - width / 2, end - besideMark - width].flatMap((x) =>
    shifts.map((shift) => ({
      x: Math.min(right - width, Math.max(left, x)),
      y: Math.min(bottom, Math.max(top, label.y + shift)),
    })),
  );
}

const boxOf = (label: Label, gap: number): Box => ({
  left: label.x - 2,
  right: label.x + textWidth(label.text),
  top: label.y - gap / 2 + 2,
  bottom: label.y + gap / 2 - 2,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

/** Does a stroke run through a box (after Liang and Barsky)? */
export function crosses({ x1, y1, x2, y2 }: Stroke, { left, right, top, bottom }: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}

/**
 * The space needed to the right of the plot, so that a label which starts at the given share of its width still ends inside:
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
