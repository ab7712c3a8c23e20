import { groupBy } from '../../ui/group-by.ts';
import type { Dimension } from '../../ui/quality-fact.tsx';
import type {
  PublishedQualityOfCountryQuery,
  PublishedQualityPartFragment,
  PublishedQualityQuery,
} from './published-quality.generated.ts';

export type PublishedPart = PublishedQualityPartFragment;
export type PublishedOverview = NonNullable<PublishedQualityQuery['dataQuality']>;
export type PublishedCountry = NonNullable<PublishedQualityOfCountryQuery['dataQuality']>;
/** What every cell has; on the page of one country, cells have their reasons too. */
export type PublishedCell = PublishedOverview['cells'][number];
export type ExplainedCell = PublishedCountry['cells'][number];

type Tone = 'good' | 'late' | 'bad' | 'none';

/** The looks a cell can have in each dimension, in the order of the key. */
export const CELL_STATES = {
  completeness: ['reported', 'hidden', 'explained', 'overdue', 'notDue', 'notApplicable'],
  timeliness: ['onTime', 'late', 'unknownDay', 'overdue', 'notDue', 'noFigure'],
  coherence: ['nothingFound', 'unusual', 'questioned', 'hidden', 'noFigure'],
  revisions: ['asFirst', 'revised', 'provisional', 'estimated', 'hidden', 'noFigure'],
} as const satisfies Record<Dimension, readonly string[]>;
export type CellStateName = (typeof CELL_STATES)[Dimension][number];

/** The sign of each look. A look without a glyph has a letter that depends on the language. */
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

/** The properties that decide how a cell looks; cells with the same ones are counted together. */
type Kind = Omit<PublishedPart['counts'][number], 'count' | '__typename'>;

export const cellStateOf = (cell: PublishedCell, dimension: Dimension): CellStateName =>
  stateOf(
    { ...cell, submitted: cell.submittedOn !== null, questioned: cell.hits.length > 0 },
    dimension,
  );

/** The look of a cell. A hidden one looks hidden in every dimension but timeliness. */
function stateOf(kind: Kind, dimension: Dimension): CellStateName {
  const { class: one, marks, hidden, submitted, questioned } = kind;
  if (dimension === 'completeness') return hidden ? 'hidden' : one;
  if (one !== 'reported')
    return dimension === 'timeliness' && (one === 'overdue' || one === 'notDue') ? one : 'noFigure';
  if (dimension === 'timeliness') {
    if (!submitted) return 'unknownDay';
    return marks.includes('LATE') ? 'late' : 'onTime';
  }
  if (hidden) return 'hidden';
  if (dimension === 'coherence') {
    if (marks.includes('OUTLIER')) return 'unusual';
    return questioned ? 'questioned' : 'nothingFound';
  }
  if (marks.includes('REVISED')) return 'revised';
  if (marks.includes('PROVISIONAL')) return 'provisional';
  return marks.includes('ESTIMATED') ? 'estimated' : 'asFirst';
}

/** How many cells have each look, in the order of the key, without looks that do not occur. */
export const countCellStates = (
  cells: readonly PublishedCell[],
  dimension: Dimension,
): [look: CellStateName, count: number][] =>
  countStates(
    cells,
    (cell) => cellStateOf(cell, dimension),
    () => 1,
    dimension,
  );

/** The same for the cells on all pages. */
export const countAllStates = (
  { counts }: PublishedPart,
  dimension: Dimension,
): [look: CellStateName, count: number][] =>
  countStates(
    counts,
    (kind) => stateOf(kind, dimension),
    ({ count }) => count,
    dimension,
  );

function countStates<T>(
  list: readonly T[],
  look: (one: T) => CellStateName,
  count: (one: T) => number,
  dimension: Dimension,
): [look: CellStateName, count: number][] {
  const found = groupBy(list, look);
  return CELL_STATES[dimension].flatMap((state): [CellStateName, number][] => {
    const all = (found.get(state) ?? []).reduce((sum, one) => sum + count(one), 0);
    return all === 0 ? [] : [[state, all]];
  });
}
