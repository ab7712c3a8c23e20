import { groupBy } from '../../ui/group-by.ts';
import type {
  PublishedQualityOfCountryQuery,
  PublishedQualityPartFragment,
  PublishedQualityQuery,
} from './published-quality.generated.ts';

export type PublishedPart = PublishedQualityPartFragment;
export type PublishedOverview = NonNullable<PublishedQualityQuery['dataQuality']>;
export type PublishedCountry = NonNullable<PublishedQualityOfCountryQuery['dataQuality']>;
/** What every cell has; a cell of one country's page has its reasons too. */
export type PublishedCell = PublishedOverview['cells'][number];
export type ExplainedCell = PublishedCountry['cells'][number];

export const DIMENSIONS = ['completeness', 'timeliness', 'coherence', 'revisions'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
type Tone = 'good' | 'late' | 'bad' | 'none';

/** What a cell looks like under each dimension: shape, word and colour, in the order in which the key tells them. */
export const CELL_STATES = {
  completeness: ['reported', 'hidden', 'explained', 'overdue', 'notDue', 'notApplicable'],
  timeliness: ['onTime', 'late', 'unknownDay', 'overdue', 'notDue', 'noFigure'],
  coherence: ['nothingFound', 'unusual', 'questioned', 'hidden', 'noFigure'],
  revisions: ['asFirst', 'revised', 'provisional', 'estimated', 'hidden', 'noFigure'],
} as const satisfies Record<Dimension, readonly string[]>;
export type CellStateName = (typeof CELL_STATES)[Dimension][number];

/** Without a glyph: a letter of the language. */
export const SIGNS: Record<CellStateName, { glyph?: string; tone: Tone }> = {
  reported: { glyph: '●', tone: 'good' },
  hidden: { tone: 'none' },
  explained: { glyph: '◐', tone: 'late' },
  overdue: { glyph: '✕', tone: 'bad' },
  notDue: { glyph: '…', tone: 'none' },
  notApplicable: { glyph: '–', tone: 'none' },
  onTime: { glyph: '●', tone: 'good' },
  late: { glyph: '◷', tone: 'bad' },
  unknownDay: { glyph: '○', tone: 'none' },
  noFigure: { glyph: '·', tone: 'none' },
  nothingFound: { glyph: '●', tone: 'good' },
  unusual: { glyph: '▲', tone: 'late' },
  questioned: { glyph: '◆', tone: 'late' },
  asFirst: { glyph: '●', tone: 'good' },
  revised: { glyph: '↻', tone: 'late' },
  provisional: { glyph: 'P', tone: 'late' },
  estimated: { glyph: 'E', tone: 'late' },
};

/** Of a hidden cell only completeness is known. */
export function cellStateOf(cell: PublishedCell, dimension: Dimension): CellStateName {
  const { class: one, marks, hidden, submittedOn, hits } = cell;
  if (dimension === 'completeness') return hidden ? 'hidden' : one;
  if (one !== 'reported')
    return dimension === 'timeliness' && (one === 'overdue' || one === 'notDue') ? one : 'noFigure';
  if (dimension === 'timeliness') {
    if (submittedOn === null) return 'unknownDay';
    return marks.includes('LATE') ? 'late' : 'onTime';
  }
  if (hidden) return 'hidden';
  if (dimension === 'coherence') {
    if (marks.includes('OUTLIER')) return 'unusual';
    return hits.length > 0 ? 'questioned' : 'nothingFound';
  }
  if (marks.includes('REVISED')) return 'revised';
  if (marks.includes('PROVISIONAL')) return 'provisional';
  return marks.includes('ESTIMATED') ? 'estimated' : 'asFirst';
}

/** How many cells look how, in the order of the key, without what is nowhere. */
export function countCellStates(
  cells: readonly PublishedCell[],
  dimension: Dimension,
): [look: CellStateName, count: number][] {
  const found = groupBy(cells, (cell) => cellStateOf(cell, dimension));
  return CELL_STATES[dimension].flatMap((look): [CellStateName, number][] => {
    const count = found.get(look)?.length ?? 0;
    return count === 0 ? [] : [[look, count]];
  });
}
