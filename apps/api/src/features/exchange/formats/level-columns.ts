import type { ReleasedLevel } from '../released-level.ts';
import { citationOf, OF_THE_RELEASE, pickedText, type Column } from './columns.ts';

const isAction = ({ kind }: ReleasedLevel) => kind === 'ACTION';

/** How far each action and each indicator is in each area: a table of its own, beside that of the values. */
export const LEVEL_COLUMNS: readonly Column<ReleasedLevel>[] = [
  { name: 'kind', kind: 'CODE', of: ({ kind }) => kind },
  { name: 'code', kind: 'CODE', of: ({ subject }) => subject },
  {
    name: 'name',
    kind: 'TEXT',
    of: (row, context) => {
      const { actions, indicators } = context.contents;
      const { subject } = row;
      return pickedText(
        isAction(row) ? actions.get(subject) : indicators.get(subject)?.name,
        context,
      );
    },
  },
  { name: 'area', kind: 'CODE', of: ({ area }) => area },
  {
    name: 'area_name',
    kind: 'TEXT',
    of: ({ area }, context) => pickedText(context.contents.areas.get(area)?.names, context),
  },
  { name: 'year', kind: 'INTEGER', of: (_row, { release }) => String(release.asOfYear) },
  { name: 'level', kind: 'DECIMAL', of: ({ level }) => level },
  { name: 'level_low', kind: 'DECIMAL', of: ({ low }) => low },
  { name: 'level_high', kind: 'DECIMAL', of: ({ high }) => high },
  { name: 'word', kind: 'CODE', of: ({ word }) => word },
  { name: 'parts_known', kind: 'INTEGER', of: ({ known }) => String(known) },
  { name: 'parts_total', kind: 'INTEGER', of: ({ total }) => String(total) },
  { name: 'movement', kind: 'CODE', of: ({ movement }) => movement },
  { name: 'points', kind: 'DECIMAL', of: ({ points }) => points },
  { name: 'status', kind: 'CODE', of: ({ status }) => status },
  { name: 'progress', kind: 'DECIMAL', of: ({ progress }) => progress },
  { name: 'pace', kind: 'DECIMAL', of: ({ pace }) => pace },
  {
    name: 'latest_year',
    kind: 'INTEGER',
    of: ({ latestYear }) => latestYear?.toString() ?? null,
  },
  ...OF_THE_RELEASE,
  {
    name: 'citation',
    kind: 'TEXT',
    of: (row, context) =>
      citationOf(`${isAction(row) ? 'actions' : 'indicators'}/${row.subject}`, context),
  },
];
