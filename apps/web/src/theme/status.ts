import { STATUS_TABLE, type Status, type StatusGlyph } from '@qadam/domain';

export type Tone = 'good' | 'late' | 'bad' | 'none';

/** fill: bars and dots on white; tint: background of a cell; ink: word and glyph on the tint or on white. */
export const tones: Record<Tone, { fill: string; tint: string; ink: string }> = {
  good: { fill: '#1B6CA8', tint: '#D3E6F5', ink: '#14507D' },
  late: { fill: '#E0A030', tint: '#FBE8C2', ink: '#7A4F00' },
  bad: { fill: '#A6322B', tint: '#F6D0CB', ink: '#8F2A24' },
  none: { fill: '#8A8F98', tint: '#EEF0F2', ink: '#565B64' },
};

const toneOf: Partial<Record<Status, Tone>> = {
  ACHIEVED: 'good',
  ON_TRACK: 'good',
  DELAYED: 'late',
  OFF_TRACK: 'bad',
  MISSED: 'bad',
  REGRESSED: 'bad',
};

/** Shape, from the domain, and colour; the word comes from the catalog. Always all three together. */
export function statusLook(status: Status): { tone: Tone; glyph: StatusGlyph } {
  return { tone: toneOf[status] ?? 'none', glyph: STATUS_TABLE[status].glyph };
}
