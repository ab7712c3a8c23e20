import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  FRAMEWORK_FORMAT,
  type FrameworkAction,
  type FrameworkDocument,
  type FrameworkIndicator,
} from '@qadam/domain';
import { exact, instant, person } from '../../database/sql-text.ts';
import type { MethodNote } from './framework.type.ts';
import { without } from './without.ts';

type Versioned<T> = T & { version: number };

export interface CurrentFramework {
  document: FrameworkDocument;
  /** By kind of object and code (`ACTION A1`); what is not there has version 0. */
  versions: ReadonlyMap<string, number>;
}

/** What facts rest on, and what therefore stays. */
export interface InUse {
  /** Indicators of which any release ever held a value. */
  released: ReadonlySet<string>;
  /** Elements of laws of which a return, a release or an event tells. */
  elementsInUse: ReadonlySet<string>;
}

const ACTIONS = `select a.code, a.kind, a.scope, a.title, a.quote, a.reading, a.position, a.version,
    coalesce((select json_agg(json_build_object('code', l.indicator, 'role', l.role, 'weight', ${exact('l.weight')})
       order by l.position, l.indicator) from work.action_indicator l where l.action = a.code), '[]') as indicators
  from work.action a order by a.position, a.code`;

const BENCHMARKS = `coalesce((select json_agg(json_build_object('id', b.id, 'value', ${exact('b.value')}, 'per', ${exact('b.per')},
    'kind', b.kind, 'sense', b.sense, 'population', b.population, 'label', b.label, 'citation', b.citation,
    'url', b.url, 'source', b.source) order by b.id collate "C") from work.benchmark b where b.indicator = i.code), '[]')`;

const BREAKS = `coalesce((select json_agg(json_build_object('area', s.area, 'year', s.year, 'kind', s.kind, 'note', s.note,
    'source', s.source) order by s.area, s.year) from work.series_break s where s.indicator = i.code), '[]')`;

const INDICATORS = `select i.code, i.kind, i.scope, i.unit, i.unit_text as "unitText", ${exact('i.multiplier')} as multiplier,
    i.decimals, i.direction, i.reported_cases as "reportedCases", i.centres_in as "centresIn", i.value_type as "valueType",
    i.regional_method as "regionalMethod", i.sensitive, i.threshold_base as "thresholdBase",
    i.threshold_detailed as "thresholdDetailed", ${exact('i.min')} as min, ${exact('i.max')} as max, i.whole,
    to_json(i.breakdowns) as breakdowns, i.table_axes as "tableAxes", i.sdg_code as "sdgCode", i.numerator_of as "numeratorOf",
    i.denominator_of as "denominatorOf", i.name, i.definition, i.stages, i.elements, i.sheet, i.position, i.version, ${BENCHMARKS} as benchmarks, ${BREAKS} as breaks
  from work.indicator i order by i.position, i.code`;

@Injectable()
export class FrameworkReader {
  /** The working framework as one document, in two statements. */
  async current(em: EntityManager): Promise<CurrentFramework> {
    const actions = await em.execute<Versioned<FrameworkAction>[]>(ACTIONS);
    const indicators = await em.execute<Versioned<FrameworkIndicator>[]>(INDICATORS);
    const versions = [
      ...actions.map(({ code, version }) => [`ACTION ${code}`, version] as const),
      ...indicators.map(({ code, version }) => [`INDICATOR ${code}`, version] as const),
    ];
    return {
      document: {
        format: FRAMEWORK_FORMAT,
        actions: actions.map((one) => without(one, 'version')),
        indicators: indicators.map((one) => without(one, 'version')),
      },
      versions: new Map(versions),
    };
  }

  async inUse(em: EntityManager): Promise<InUse> {
    const rows = await em.execute<{ kind: keyof InUse; code: string }[]>(
      `select 'released' as kind, i.code from work.indicator i
       where exists (select 1 from publication.value v where v.indicator = i.code)
       union all
       select 'elementsInUse', e.code from (
         select i.code as law, e ->> 'code' as code from work.indicator i, jsonb_array_elements(i.elements) e
       ) e
       where exists (select 1 from work.observation o where o.indicator = e.law and o.breakdown = e.code)
         or exists (select 1 from publication.value v where v.indicator = e.law and v.breakdown = e.code)
         or exists (select 1 from work.event v
                    where v.proves @> jsonb_build_array(jsonb_build_object('element', e.code)))`,
    );
    const of = (kind: keyof InUse) =>
      new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));
    return { released: of('released'), elementsInUse: of('elementsInUse') };
  }

  /** Why weights, roles and elements were changed, the newest first. */
  async notes(em: EntityManager): Promise<MethodNote[]> {
    return em.execute<MethodNote[]>(
      `select n.number, n.action, n.indicator, n.reason, ${instant('n.created_at')} as "createdAt", ${person('u')} as author
       from work.method_note n join work.user_account u on u.id = n.author order by n.number desc limit 50`,
    );
  }

  /** Areas and sources that a document may name. */
  async references(em: EntityManager): Promise<{ areas: Set<string>; sources: Set<string> }> {
    const rows = await em.execute<{ kind: string; code: string }[]>(
      `select 'area' as kind, code from work.area union all select 'source', id from work.source`,
    );
    const of = (kind: string) =>
      new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));
    return { areas: of('area'), sources: of('source') };
  }
}
