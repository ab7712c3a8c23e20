import { STATUS_TABLE, type Status, type StatusGlyph } from '@qadam/domain';

export type Tone = 'good' | 'late' | 'bad' | 'none';

const toneOf: Partial<Record<Status, Tone>> = {
  ACHIEVED: 'good',
  ON_TRACK: 'good',
  DELAYED: 'late',
  OFF_TRACK: 'bad',
  MISSED: 'bad',
  REGRESSED: 'bad',
};

/** Shape, from the domain, and colour; the word comes from the catalog. Always all three together. */
export function statusStyle(status: Status): { tone: Tone; glyph: StatusGlyph } {
  return { tone: toneOf[status] ?? 'none', glyph: STATUS_TABLE[status].glyph };
}
