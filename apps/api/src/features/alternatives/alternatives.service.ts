import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isTotalPart } from '@qadam/domain';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { yearIn } from '../cycles/calendar.ts';
import { webAddress } from '../evidence/web-address.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advanced, auditDetail } from '../observations/advance.ts';
import { submissionErrors } from '../observations/checks.ts';
import { CLEARED } from '../observations/entry.ts';
import { readHistories } from '../observations/history.reader.ts';
import type { ObservationPayload } from '../observations/changes.type.ts';
import type { Observation } from '../observations/observation.entity.ts';
import { currentRevision } from '../observations/observation.store.ts';
import { expectRevision, ObservationChange } from '../observations/observation-change.ts';
import { type StoredCell, writeRevisions } from '../observations/write-revisions.ts';
import { Alternative, AlternativeChoice } from './alternative.entity.ts';
import {
  addAlternative,
  cellOf,
  sourceNamed,
  sourceOf,
  takeAlternative,
} from './alternative.store.ts';
import type {
  AlternativeKeyInput,
  ChooseAlternativeInput,
  RecordAlternativeInput,
} from './alternative.type.ts';

/** The notes at a value that another one has replaced. */
const AS_REPORTED = { en: 'As reported by the country.', ru: 'По отчёту страны.' };
const SHOWN_BEFORE = {
  en: 'Shown first until another source was chosen.',
  ru: 'Показывалось первым, пока не был выбран другой источник.',
};

@Injectable()
export class AlternativesService {
  constructor(
    private readonly change: ObservationChange,
    private readonly indicators: IndicatorReader,
    private readonly audit: AuditService,
  ) {}

  /** Records another official value of the same cell. It is kept next to the reported one and replaces nothing. */
  recordAlternative(actor: Actor, input: RecordAlternativeInput): Promise<ObservationPayload> {
    return this.change.run(actor, 'RECORD_ALTERNATIVE', input, async (em, observation) => {
      refusePart(observation);
      const { value, lang } = input;
      const note = requiredText(input.note, 'note', 'TEXT_REQUIRED');
      const why = requiredText(input.why, 'why', 'TEXT_REQUIRED');
      const url = input.sourceUrl == null ? null : webAddress(input.sourceUrl);
      if (input.sourceUrl != null && url === null) throw refused('LINK_NOT_HTTPS', 'sourceUrl');
      await this.refuseUnlessPossible(em, observation, value, note);
      const source = await sourceNamed(em, {
        title: requiredText(input.sourceTitle, 'sourceTitle', 'SOURCE_INCOMPLETE'),
        publisher: requiredText(input.publisher, 'publisher', 'SOURCE_INCOMPLETE'),
        year: input.sourceYear ?? null,
        url,
      });
      const said = { note: { [lang]: note }, chosen: { [lang]: why } };
      const competing = { source, value, ...said, recordedBy: actor.id };
      if (!(await addAlternative(em, observation, competing))) throw refused('ALREADY_RECORDED');
      const { id, area } = observation;
      await this.audit.record(em, actor, 'RECORD_ALTERNATIVE', id, { area, after: { source } });
    });
  }

  /** Chooses the value that is shown first; the other one is kept next to it. */
  chooseAlternative(actor: Actor, input: ChooseAlternativeInput): Promise<ObservationPayload> {
    return this.change.run(actor, 'RECORD_ALTERNATIVE', input, async (em, observation) => {
      refusePart(observation);
      const why = { [input.lang]: requiredText(input.why, 'why', 'TEXT_REQUIRED') };
      expectRevision(observation, input.revision);
      const key = input.alternative ?? null;
      const shown = key === null ? observation : await this.adopt(em, actor, observation, key, why);
      const { id, area } = observation;
      const cell = cellOf(observation);
      // the reason for the choice is stored at every competing value
      const explained = await em.nativeUpdate(Alternative, cell, { chosen: why });
      if (explained === 0 && key === null) throw refused('NO_ALTERNATIVE');
      const { source = null, value = null } = key ?? {};
      await em.insert(AlternativeChoice, { ...cell, source, value, why, decidedBy: actor.id });
      await this.audit.record(em, actor, 'CHOOSE_ALTERNATIVE', id, {
        area,
        before: auditDetail(observation),
        after: { ...auditDetail(shown), source },
      });
    });
  }

  /** Refuses a value that the rules would refuse in a return. */
  private async refuseUnlessPossible(
    em: EntityManager,
    { indicator, area, year }: Observation,
    value: string,
    comment: string,
  ): Promise<void> {
    const [known] = await this.indicators.byCodes(em, [indicator]);
    const years = await db(em)
      .selectFrom('work.area as a')
      .select((eb) => [
        yearIn('a').as('thisYear'),
        baselineYear(eb.val(indicator), eb.ref('a.code')).as('baselineYear'),
      ])
      .where('a.code', '=', area)
      .executeTakeFirst();
    if (known === undefined || years === undefined) throw new ApiError('NOT_FOUND');
    const histories = await readHistories(em, [area], [indicator]);
    const history = histories.of(area, indicator, year);
    const current = { ...CLEARED, value, comment };
    // no validation rules: they compare reported figures, and this one is from another source
    const checked = { ...years, indicator: known, year, history, current, rules: null };
    const errors = submissionErrors(checked, 'NAMED_SOURCE');
    if (errors.length === 0) return;
    throw new ProblemError(...errors.map(({ code, params }) => problem(code, 'value', params)));
  }

  /**
   * Makes the value of a named source the shown one, stored like any figure from a public source: without an
   * author, and labelled so. It takes two officers: one recorded it, another chooses it. The published value stays
   * published until a release takes the new one.
   */
  private async adopt(
    em: EntityManager,
    actor: Actor,
    observation: Observation,
    key: AlternativeKeyInput,
    why: Record<string, string>,
  ): Promise<StoredCell> {
    const taken = await takeAlternative(em, observation, key);
    if (taken === undefined) throw refused('NO_ALTERNATIVE', 'alternative');
    if (taken.recordedBy === actor.id) throw refused('SAME_PERSON', 'alternative');
    const reported = await currentRevision(em, observation);
    const { id } = observation;
    const next = { id, ...advanced(observation, 'ADOPT'), currentRevision: randomUUID() };
    const content = { ...CLEARED, value: key.value };
    const origin = { via: 'SOURCE_IMPORT', author: null, source: key.source } as const;
    await writeRevisions(em, [{ ...next, content, reason: 'NEW_SOURCE' }], origin);
    if (reported.value == null) return next;
    await addAlternative(em, observation, {
      source: await sourceOf(em, observation, reported),
      value: reported.value,
      note: reported.via === 'SOURCE_IMPORT' ? SHOWN_BEFORE : AS_REPORTED,
      chosen: why,
      recordedBy: actor.id,
    });
    return next;
  }
}

/** Refuses parts: alternatives are kept by indicator, country and year only, so one for women would appear next to the total. */
function refusePart(observation: Observation): void {
  if (!isTotalPart(observation)) throw refused('ONLY_OF_A_WHOLE');
}
