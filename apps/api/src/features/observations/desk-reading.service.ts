import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { ObservationStore } from './observation.store.ts';
import { PublishedYearReader } from './published-year.reader.ts';
import type { PublishedYear } from './published-year.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { ReturnForm } from './return-form.type.ts';
import { WorkObservationReader } from './work-observation.reader.ts';
import type { WorkObservation } from './work-observation.type.ts';

/** What the reporting desk reads. */
@Injectable()
export class DeskReadingService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly forms: ReturnFormReader,
    private readonly years: PublishedYearReader,
    private readonly store: ObservationStore,
    private readonly observations: WorkObservationReader,
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
    return this.years.list(this.em, area);
  }

  async observation(actor: Actor, id: string, lang: Language): Promise<WorkObservation | null> {
    await this.store.permit(this.em, actor, 'READ_WORK', id);
    const [observation = null] = await this.observations.byIds(this.em, [id], lang);
    return observation;
  }
}
