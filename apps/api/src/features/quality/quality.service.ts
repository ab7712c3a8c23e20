import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { WorkObservationReader } from '../returns/work-observation.reader.ts';
import type { WorkObservation } from '../returns/work-observation.type.ts';
import { type AssignedCell, assignedCells, begunCycles, cellsOfArea } from './assigned-cells.ts';
import { cellOf, qualityOf } from './quality-of.ts';
import type { DataQuality, OpenQuestion, QualityIndicator, QualityYears } from './quality.type.ts';

@Injectable()
export class QualityService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly observations: WorkObservationReader,
  ) {}

  /** The quality of a cycle; without one, of the newest that has begun. Eight SQL statements for any number of cells. */
  async read(actor: Actor, cycle: number | null, lang: Language): Promise<DataQuality> {
    const areasToRead = permitAreas(actor, 'READ_QUALITY');
    const cycles = await begunCycles(this.em);
    const chosen = cycle ?? cycles[0];
    if (chosen === undefined || !cycles.includes(chosen)) throw new ApiError('NOT_FOUND');
    const assigned = await assignedCells(this.em, chosen, areasToRead);
    const ids = assigned.flatMap(({ observation }) => observation ?? []);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const found = byId(observations);
    const areas = [...Map.groupBy(assigned, ({ area }) => area).values()].map((group) =>
      qualityOf(group as [AssignedCell, ...AssignedCell[]], found, lang),
    );
    return {
      cycle: chosen,
      cycles,
      areas: areas.map(({ area }) => area),
      indicators: namesOf(assigned, lang),
      cells: areas.flatMap(({ cells }) => cells),
      questions: openQuestions(observations),
    };
  }

  /** The quality of an area through all its years, in as many SQL statements as for one cycle. */
  async years(actor: Actor, area: string, lang: Language): Promise<QualityYears> {
    permit(actor, 'READ_QUALITY', { area });
    const { names } = await this.areas.get(this.em, area);
    const known = await cellsOfArea(this.em, area);
    const ids = known.flatMap(({ observation }) => observation ?? []);
    const found = byId(await this.observations.byIds(this.em, ids, lang));
    return {
      area,
      areaName: pickText(names, lang),
      years: [...new Set(known.map(({ year }) => year))].sort((a, b) => a - b),
      indicators: namesOf(known, lang),
      cells: known.map((cell) => cellOf(cell, found.get(cell.observation))),
    };
  }
}

function byId(observations: readonly WorkObservation[]): Map<string | null, WorkObservation> {
  return new Map(observations.map((one) => [one.id, one]));
}

function namesOf(cells: readonly AssignedCell[], lang: Language): QualityIndicator[] {
  const names = new Map(cells.map(({ indicator, indicatorName }) => [indicator, indicatorName]));
  return [...names].map(([code, name]) => ({ code, name: pickText(name, lang) }));
}

function openQuestions(observations: readonly WorkObservation[]): OpenQuestion[] {
  return observations
    .flatMap(({ id: observation, area, indicator, state, openQuestion }) => {
      if (openQuestion === null || state !== 'SUBMITTED') return [];
      const { text, createdAt: askedAt } = openQuestion;
      return [{ observation, area, indicator, text, askedAt }];
    })
    .sort((a, b) => a.askedAt.localeCompare(b.askedAt));
}
