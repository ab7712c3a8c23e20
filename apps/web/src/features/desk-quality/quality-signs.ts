import type { QualityCell } from './quality.types.ts';

export const classGlyph: Record<QualityCell['class'], string> = {
  reported: '●',
  explained: '◐',
  overdue: '✕',
  notDue: '◔',
  notApplicable: '–',
};

export const markGlyph: Record<QualityCell['marks'][number], string> = {
  LATE: '◷',
  PROVISIONAL: 'P',
  ESTIMATED: 'E',
  REVISED: '↻',
  OUTLIER: '▲',
};
