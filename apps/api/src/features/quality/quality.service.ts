import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { type Language, pickText } from '../../graphql/local-text.type.ts';
import { WorkObservationReader } from '../observations/work-observation.reader.ts';
import type { WorkObservation } from '../observations/work-observation.type.ts';
import { AssignmentReader, type AssignedCell } from './assignment.reader.ts';
import { qualityOf } from './quality-of.ts';
import type { DataQuality, OpenQuestion } from './quality.type.ts';

@Injectable()
export class QualityService {
  constructor(
    private readonly em: EntityManager,
    private readonly assignments: AssignmentReader,
    private readonly observations: WorkObservationReader,
  ) {}

  /** Without a cycle: of the newest that has begun. Eight statements, however many cells. */
  async read(actor: Actor, cycle: number | null, lang: Language): Promise<DataQuality> {
    permit(actor, 'READ_QUALITY', {});
    const cycles = await this.assignments.cycles(this.em);
    const chosen = cycle ?? cycles[0];
    if (chosen === undefined || !cycles.includes(chosen)) throw new ApiError('NOT_FOUND');
    const assigned = await this.assignments.cells(this.em, chosen);
    const ids = assigned.flatMap(({ observation }) => observation ?? []);
    const observations = await this.observations.byIds(this.em, ids, lang);
    const found = new Map<string | null, WorkObservation>(observations.map((one) => [one.id, one]));
    const areas = [...Map.groupBy(assigned, ({ area }) => area).values()].map((group) =>
      qualityOf(group as [AssignedCell, ...AssignedCell[]], chosen, found, lang),
    );
    const names = new Map(assigned.map((cell) => [cell.indicator, cell.indicatorName]));
    return {
      cycle: chosen,
      cycles,
      areas: areas.map(({ area }) => area),
      indicators: [...names].map(([code, name]) => ({ code, name: pickText(name, lang) })),
      cells: areas.flatMap(({ cells }) => cells),
      questions: openQuestions(observations),
    };
  }
}

function openQuestions(observations: readonly WorkObservation[]): OpenQuestion[] {
  return observations
    .flatMap(({ id, area, indicator, state, openQuestion }) =>
      openQuestion === null || state !== 'SUBMITTED'
        ? []
        : [
            {
              observation: id,
              area,
              indicator,
              text: openQuestion.text,
              askedAt: openQuestion.createdAt,
            },
          ],
    )
    .sort((a, b) => a.askedAt.localeCompare(b.askedAt));
}
