import type { FactBasis, ObservationStatus } from '@qadam/domain';
import { isTotal } from '../../database/cell-columns.ts';
import { LICENCE_OF } from './own-licence.ts';
import { releasedActions, type ReleasedActionRow } from './released-actions.ts';
import { rows, standing } from './standing.ts';
import type {
  ActionKind,
  Direction,
  IndicatorKind,
  IndicatorRole,
  Language,
  LevelWord,
  MissingReason,
  Movement,
  Scope,
  Status,
} from '../../graphql/enums.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';

export interface AreaRow {
  code: string;
  kind: string;
  iso2: string | null;
  names: Texts;
}
export const AREAS = rows({
  from: standing('area'),
  fields: 'code kind iso2 names',
  order: 't.position',
});

export interface ActionRow {
  code: string;
  kind: ActionKind;
  scope: Scope;
  title: Texts;
  quote: Texts | null;
  reading: Texts;
}
export const ACTION_FIELDS = 'code kind scope title quote reading';
export const ACTIONS = rows({
  from: standing('action'),
  fields: ACTION_FIELDS,
  order: 't.position',
});

export interface LinkRow {
  action: string;
  indicator: string;
  role: IndicatorRole;
  weight: string;
}
export const LINK_FIELDS = 'action indicator role #weight';
export const LINKS = rows({
  from: standing('action_indicator'),
  fields: LINK_FIELDS,
  order: 't.action, t.position',
});

export interface IndicatorRowOf {
  code: string;
  kind: IndicatorKind;
  scope: Scope;
  direction: Direction;
  decimals: number;
  unit: string;
  unitText: Texts;
  name: Texts;
  stages: Record<string, string[]> | null;
  elements: StoredElement[];
}
export const INDICATOR_FIELDS =
  'code kind scope direction decimals unit unitText name stages elements';
export const INDICATORS = rows({
  from: standing('indicator'),
  fields: INDICATOR_FIELDS,
  order: 't.position',
});

/** An indicator with what is said of it where it stands in an action. */
export interface DescribedIndicator extends IndicatorRowOf {
  definition: Texts;
  provider: Texts | null;
}
/** `more`: fields beside those of a DescribedIndicator. */
export function describedIndicators(where?: string, more = ''): string {
  return rows({
    from: `(select i.*, (select jsonb_object_agg(s.key, s.value->>'provider') from jsonb_each(i.sheet) s where s.value->>'provider' <> '') as provider
      from ${standing('indicator')} i)`,
    fields: `${INDICATOR_FIELDS} definition provider ${more}`,
    order: 't.position',
    ...(where === undefined ? {} : { where }),
  });
}

export interface AssessmentRowOf {
  kind: 'INDICATOR' | 'ACTION';
  subject: string;
  area: string;
  word: LevelWord;
  level: string | null;
  low: string;
  high: string;
  known: number;
  total: number;
  movement: Movement;
  points: string | null;
  status: Status | null;
  progress: string | null;
  pace: string | null;
  latestYear: number | null;
  latestValue: string | null;
  detail: Record<string, unknown>;
}
export const ASSESSMENT_FIELDS =
  'kind subject area word #level #low #high known total movement #points status #progress #pace latestYear #latestValue detail';

export interface PointRow {
  indicator: string;
  area: string;
  year: number;
  value: string | null;
  status: ObservationStatus;
  missingReason: MissingReason | null;
  /** Who published it: of a named source, or the body that reported it. */
  publisher: string | null;
  bodyNames: Texts | null;
  licence: string | null;
  /** False for what rests on media reports: shown and never assessed. */
  assessable: boolean;
}
/** The body of a figure in the reader's language; null where none is named. */
export const bodyOf = ({ publisher, bodyNames }: PointRow, lang: Language): string | null =>
  publisher ?? (bodyNames && pickText(bodyNames, lang).text);

/** The figures of indicators of a condition, oldest first. */
export function points(where: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('indicator', t.indicator, 'area', t.area, 'year', t.year,
    'value', trim_scale(t.value)::text, 'status', t.obs_status, 'missingReason', t.missing_reason, 'publisher', coalesce(s.publisher, case when b.code is null then t.source_text end), 'bodyNames', b.names,
    'licence', ${LICENCE_OF('t', 's')},
    'assessable', s.kind is distinct from 'MEDIA') order by t.indicator, t.area, t.year)
    from ${standing('value')} t left join ${standing('source')} s on s.id = t.source
      left join ${standing('body')} b on b.code = t.body where ${isTotal('t')} and ${where}), '[]')`;
}

export function sources(where: string): string {
  return rows({
    from: standing('source'),
    fields: 'id title publisher year url licence kind',
    where,
    order: 't.id',
  });
}

export interface EventRow {
  id: string;
  action: string | null;
  indicator: string | null;
  area: string;
  date: string;
  year: number;
  yesNo: boolean | null;
  proves: {
    element: string;
    stage: number | null;
    provision: string | null;
    basis: FactBasis;
  }[];
  text: Texts;
  source: string;
}
export function events(where: string): string {
  return rows({
    from: standing('event'),
    fields: 'id action indicator area date year yesNo proves text source',
    where,
    order: 't.date, t.id',
  });
}

export interface TargetPointRow {
  indicator: string;
  area: string;
  points: { year: number; value: string }[];
  reference: boolean;
}
export function targetPoints(where: string): string {
  return rows({ from: standing('target'), fields: 'indicator area points reference', where });
}

/** What the release before said of the actions. */
export interface Before {
  methodVersion: string;
  actions: ReleasedActionRow[];
}
const BEFORE_TABLES = {
  assessment: standing('assessment', 'at.release - 1'),
  link: standing('action_indicator', 'at.release - 1'),
  indicator: standing('indicator', 'at.release - 1'),
};
/** Of the actions of a condition; `x` is the assessment of one. */
export const before = (
  where?: string,
): string => `(select jsonb_build_object('methodVersion', r.method_version,
    'actions', coalesce((select jsonb_agg(a.row) from (${releasedActions(BEFORE_TABLES, where)}) a), '[]'))
  from publication.release r, at where r.sequence = at.release - 1)`;
