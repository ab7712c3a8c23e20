import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { isCollected, isFilled, isReturned } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { inAreas } from '../../database/expressions.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import { isAssignee } from '../cycles/assignee.ts';
import { assignedIndicators } from '../cycles/cycle.reader.ts';
import type { SaveValuePayload } from '../observations/changes.type.ts';
import { permitOn } from '../observations/observation.store.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import type { AreaName } from '../organisations/organisation.type.ts';
import type { FormCell } from './form-cell.type.ts';
import { reportingAreas } from './reporting-areas.reader.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { Duty, PublishedYear, ReturnForm } from './returns.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';
import type { WorkObservation } from './work-observation.type.ts';

/** The queries of the reporting desk. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly forms: ReturnFormReader,
    private readonly reader: WorkObservationReader,
  ) {}

  /** The reporting areas that the person may read. */
  async reportingAreas(actor: Actor, lang: Language): Promise<AreaName[]> {
    const areas = permitAreas(actor, 'READ_WORK', actor.area);
    const rows = await reportingAreas(this.em, areas).execute();
    return rows.map(({ code, names }) => ({ code, name: pickText(names, lang) }));
  }

  async duties(actor: Actor, lang: Language): Promise<Duty[]> {
    const areas = permitAreas(actor, 'READ_WORK', actor.area);
    const rows = await progress(this.em, actor, areas);
    const asked = await readQuestions(this.em, { states: UNPUBLISHED, areas });
    const open = asked.filter(isOpen);
    return rows.map((row) => {
      const cells = open.filter(({ area, year }) => area === row.area && year === row.cycle);
      return {
        ...row,
        areaName: pickText(row.areaName, lang),
        asked: new Set(cells.map(({ indicator }) => indicator)).size,
      };
    });
  }

  async returnForm(
    actor: Actor,
    area: string,
    cycle: number,
    lang: Language,
  ): Promise<ReturnForm | null> {
    permit(actor, 'READ_WORK', { area });
    return this.forms.form(this.em, { actor, area, cycle, lang });
  }

  /** The cell after a save, or as somebody else saved it meanwhile. */
  cell(
    actor: Actor,
    { indicator, part, ...form }: SaveValuePayload['cell'],
  ): Promise<FormCell | null> {
    return this.forms.cell(this.em, { actor, lang: actor.lang, ...form }, indicator, part);
  }

  /** Changed observations, for the person who changed them, in the order of `ids`. */
  observations({ lang }: Actor, ids: readonly string[]): Promise<WorkObservation[]> {
    return this.reader.byIds(this.em, ids, lang);
  }

  async publishedYears(actor: Actor, area: string): Promise<PublishedYear[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return db(this.em)
      .selectFrom('work.observation as o')
      .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
      .select(({ fn }) => [
        'o.year',
        fn.countAll<number>().as('published'),
        fn.countAll<number>().filterWhere('o.state', 'in', ['DRAFT', 'RETURNED']).as('correcting'),
        fn.countAll<number>().filterWhere('o.state', '=', 'SUBMITTED').as('submitted'),
      ])
      .where('o.area', '=', area)
      .where('o.published_revision', 'is not', null)
      .where(isCollected('o', 'i'))
      .groupBy('o.year')
      .orderBy('o.year', 'desc')
      .execute();
  }

  async workObservation(actor: Actor, id: string, lang: Language): Promise<WorkObservation | null> {
    await permitOn(this.em, actor, 'READ_WORK', id);
    const [observation = null] = await this.reader.byIds(this.em, [id], lang);
    return observation;
  }
}

const UNPUBLISHED = ['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED'] as const;

/**
 * The progress of all or some areas in their open cycles, in one SQL statement. It counts assigned indicators by their totals;
 * an indicator counts as returned if any of its parts is.
 */
const progress = (em: EntityManager, { id }: Actor, areas: readonly string[] | null) =>
  assignedIndicators(em)
    .leftJoin('work.user_account as p', (join) => join.on('p.id', '=', id).on(isAssignee('p', 's')))
    .select(({ fn }) => [
      fn.count<number>('p.id').as('mine'),
      fn
        .count<number>('p.id')
        .filterWhere(sql<boolean>`not ${isFilled('o')}`)
        .as('mineMissing'),
      fn.countAll<number>().as('assigned'),
      fn.countAll<number>().filterWhere(isFilled('o')).as('filled'),
      fn.countAll<number>().filterWhere('o.state', '=', 'SUBMITTED').as('submitted'),
      fn.countAll<number>().filterWhere(isReturned('s')).as('returned'),
      fn.countAll<number>().filterWhere('o.state', 'in', ['APPROVED', 'PUBLISHED']).as('approved'),
    ])
    .where(isOpenCycle('c', 'a'))
    .where(inAreas('a.code', areas))
    .groupBy(['a.code', 'c.year'])
    .orderBy('c.year', 'desc')
    .orderBy('a.position')
    .execute();
