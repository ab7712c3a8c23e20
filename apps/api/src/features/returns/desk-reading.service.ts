import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isCollected } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { permitOn } from '../observations/observation.store.ts';
import type { SaveValuePayload } from '../observations/changes.type.ts';
import type { FormCell } from './form-cell.type.ts';
import type { PublishedYear } from './published-year.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { ReturnForm } from './return-form.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';
import type { WorkObservation } from './work-observation.type.ts';

type SavedPlace = SaveValuePayload['cell'];

/** What the reporting desk reads. */
@Injectable()
export class DeskReadingService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly forms: ReturnFormReader,
    private readonly reader: WorkObservationReader,
  ) {}

  async form(
    actor: Actor,
    area: string,
    cycle: number,
    lang: Language,
  ): Promise<ReturnForm | null> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return this.forms.form(this.em, { actor, area, cycle, lang });
  }

  async publishedYears(actor: Actor, area: string): Promise<PublishedYear[]> {
    permit(actor, 'READ_WORK', { area });
    await this.areas.get(this.em, area);
    return publishedYears(this.em, area);
  }

  async observation(actor: Actor, id: string, lang: Language): Promise<WorkObservation | null> {
    await permitOn(this.em, actor, 'READ_WORK', id);
    const [observation = null] = await this.reader.byIds(this.em, [id], lang);
    return observation;
  }

  /** What was changed, to those who changed it. In the order of `ids`. */
  observations(actor: Actor, ids: readonly string[]): Promise<WorkObservation[]> {
    return this.reader.byIds(this.em, ids, actor.lang);
  }

  /** The cell that was saved, or that somebody else saved meanwhile. */
  cell(actor: Actor, { indicator, part, ...form }: SavedPlace): Promise<FormCell | null> {
    return this.forms.cell(this.em, { actor, lang: actor.lang, ...form }, indicator, part);
  }
}

/** What the return of each year shows as published; the newest first. */
const publishedYears = (em: EntityManager, area: string): Promise<PublishedYear[]> =>
  db(em)
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
