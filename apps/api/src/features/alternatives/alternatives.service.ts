import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isTotalPart } from '@qadam/domain';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { problem } from '../../graphql/problem.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { AuditService } from '../audit/audit.service.ts';
import { yearIn } from '../cycles/calendar.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { webAddress } from '../evidence/web-address.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advanced, auditDetail } from '../observations/advance.ts';
import { submissionErrors } from '../observations/checks.ts';
import { CLEARED } from '../observations/entry.ts';
import { HistoryReader } from '../observations/history.reader.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import type { Observation } from '../observations/observation.entity.ts';
import { currentRevisions, lockObservation, permitOn } from '../observations/observation.store.ts';
import { type StoredCell, writeRevisions } from '../observations/write-revisions.ts';
import { AlternativeChoice } from './alternative.entity.ts';
import type {
  AlternativeKeyInput,
  ChooseAlternativeInput,
  RecordAlternativeInput,
} from './alternative.input.ts';
import {
  addAlternative,
  explainChoice,
  lockAlternative,
  removeAlternative,
  sourceNamed,
  sourceOf,
} from './alternative.store.ts';

/** The note at a value that another one has replaced. */
const AS_REPORTED = { en: 'As reported by the country.', ru: 'По отчёту страны.' };
const SHOWN_BEFORE = {
  en: 'Shown first until another source was chosen.',
  ru: 'Показывалось первым, пока не был выбран другой источник.',
};

@Injectable()
export class AlternativesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly indicators: IndicatorReader,
    private readonly histories: HistoryReader,
    private readonly audit: AuditService,
  ) {}

  /** Another official value of the same cell. It stands beside the reported one and replaces nothing. */
  async record(actor: Actor, input: RecordAlternativeInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'RECORD_ALTERNATIVE', input.observation);
    const { problems } = await this.change.run(actor, 'RECORD_ALTERNATIVE', input, (em) =>
      this.write(em, actor, input),
    );
    return { observation: input.observation, problems };
  }

  /** Which value is shown in the first place, and why. The other stays beside it. */
  async choose(actor: Actor, input: ChooseAlternativeInput): Promise<ObservationPayload> {
    await permitOn(this.em, actor, 'RECORD_ALTERNATIVE', input.observation);
    const { problems } = await this.change.run(actor, 'RECORD_ALTERNATIVE', input, async (em) => {
      const observation = await this.lockWhole(em, input.observation);
      const why = { [input.lang]: requiredText(input.why, 'why', 'TEXT_REQUIRED') };
      if (observation.currentRevision !== input.revision) {
        throw new EditConflict(problem('REVISION_CHANGED', 'revision'), observation.id);
      }
      const key = input.alternative ?? null;
      const shown = key === null ? observation : await this.adopt(em, actor, observation, key, why);
      if ((await explainChoice(em, observation, why)) === 0 && key === null) {
        throw new ProblemError(problem('NO_ALTERNATIVE'));
      }
      const { indicator, area, year } = observation;
      const choice = { source: key?.source ?? null, value: key?.value ?? null, why };
      em.create(AlternativeChoice, { indicator, area, year, ...choice, decidedBy: actor.id });
      await em.flush();
      await this.audit.record(em, actor, 'CHOOSE_ALTERNATIVE', observation.id, {
        area: observation.area,
        before: auditDetail(observation),
        after: { ...auditDetail(shown), source: key?.source ?? null },
      });
      return observation.id;
    });
    return { observation: input.observation, problems };
  }

  private async write(
    em: EntityManager,
    actor: Actor,
    input: RecordAlternativeInput,
  ): Promise<string> {
    const observation = await this.lockWhole(em, input.observation);
    const note = requiredText(input.note, 'note', 'TEXT_REQUIRED');
    const why = requiredText(input.why, 'why', 'TEXT_REQUIRED');
    const url = input.sourceUrl == null ? null : webAddress(input.sourceUrl);
    if (input.sourceUrl != null && url === null) {
      throw new ProblemError(problem('LINK_NOT_HTTPS', 'sourceUrl'));
    }
    await this.refuseUnlessPossible(em, observation, input.value, note);
    const source = await sourceNamed(em, {
      title: requiredText(input.sourceTitle, 'sourceTitle', 'SOURCE_INCOMPLETE'),
      publisher: requiredText(input.publisher, 'publisher', 'SOURCE_INCOMPLETE'),
      year: input.sourceYear ?? null,
      url,
    });
    const fresh = await addAlternative(em, observation, {
      source,
      value: input.value,
      note: { [input.lang]: note },
      chosen: { [input.lang]: why },
      recordedBy: actor.id,
    });
    if (!fresh) throw new ProblemError(problem('ALREADY_RECORDED'));
    await this.audit.record(em, actor, 'RECORD_ALTERNATIVE', observation.id, {
      area: observation.area,
      after: { source },
    });
    return observation.id;
  }

  /** Competing values are kept by indicator, country and year: one of women alone would stand beside the figure of all. */
  private async lockWhole(em: EntityManager, id: string): Promise<Observation> {
    const observation = await lockObservation(em, id);
    if (!isTotalPart(observation)) throw new ProblemError(problem('ONLY_OF_A_WHOLE'));
    return observation;
  }

  /** A value that the rules forbid in a return is impossible from another source too. */
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
    const histories = await this.histories.published(em, [area], [indicator]);
    const history = histories.of(area, indicator, year);
    const current = { ...CLEARED, value, comment };
    const checked = { ...years, indicator: known, year, history, current };
    const errors = submissionErrors(checked, 'NAMED_SOURCE');
    if (errors.length === 0) return;
    throw new ProblemError(...errors.map(({ code, params }) => problem(code, 'value', params)));
  }

  /**
   * The value of a named source takes the place of the one shown, as any figure of a public source does: without an
   * author, and labelled so. It takes two officers: one recorded it, another chooses it. What is published stays
   * published until a release takes the new one.
   */
  private async adopt(
    em: EntityManager,
    actor: Actor,
    observation: Observation,
    key: AlternativeKeyInput,
    why: Record<string, string>,
  ): Promise<StoredCell> {
    const found = await lockAlternative(em, observation, key);
    if (found === undefined) throw new ProblemError(problem('NO_ALTERNATIVE', 'alternative'));
    if (found.recorded_by === actor.id)
      throw new ProblemError(problem('SAME_PERSON', 'alternative'));
    const revisions = await currentRevisions(em, [observation]);
    const reported = revisions.get(observation.currentRevision);
    if (reported === undefined) throw new ApiError('NOT_FOUND');
    const { id } = observation;
    const next = { id, ...advanced(observation, 'ADOPT'), currentRevision: randomUUID() };
    const content = { ...CLEARED, value: key.value };
    const origin = { via: 'SOURCE_IMPORT', author: null, source: key.source } as const;
    await writeRevisions(em, [{ ...next, content, reason: 'NEW_SOURCE' }], origin);
    await removeAlternative(em, observation, key);
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
