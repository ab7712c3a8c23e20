import type { ObservationStatus } from '@qadam/domain';
import { isTotal } from '../../database/cell-columns.ts';
import { LICENCE_OF } from './own-licence.ts';
import { rows, standing } from './standing.ts';
import type {
  ActionKind,
  Direction,
  IndicatorKind,
  IndicatorRole,
  Language,
  MissingReason,
  Pillar,
  Scope,
  Status,
} from '../../graphql/enums.ts';
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
  pillar: Pillar;
  scope: Scope;
  title: Texts;
  text: Texts;
}
export const ACTION_FIELDS = 'code kind pillar scope title text';
export const ACTIONS = rows({
  from: standing('action'),
  fields: ACTION_FIELDS,
  order: 't.position',
});

export interface LinkRow {
  action: string;
  indicator: string;
  role: IndicatorRole;
}
export const LINK_FIELDS = 'action indicator role';
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
}
export const INDICATOR_FIELDS = 'code kind scope direction decimals unit unitText name stages';
export const INDICATORS = rows({
  from: standing('indicator'),
  fields: INDICATOR_FIELDS,
  order: 't.position',
});

export interface AssessmentRowOf {
  level: string;
  subject: string;
  area: string;
  status: Status;
  progress: string | null;
  pace: string | null;
  latestYear: number | null;
  latestValue: string | null;
  detail: Record<string, unknown>;
}
export const ASSESSMENT_FIELDS =
  'level subject area status #progress #pace latestYear #latestValue detail';

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
  scope: string;
  stage: number | null;
  yesNo: boolean | null;
  text: Texts;
  source: string;
}
export function events(where: string): string {
  return rows({
    from: standing('event'),
    fields: 'id action indicator area date year scope stage yesNo text source',
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

/** What the release, or the year, before said of the same action and area. */
export interface Before {
  methodVersion: string;
  rows: readonly { subject: string; area: string; status: Status; central: number | null }[];
}
