import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { dec, isAdopted, isTotalPart, replacedState } from '@qadam/domain';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { yearIn } from '../cycles/calendar.ts';
import { webAddress } from '../evidence/web-address.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advanced, auditDetail } from '../observations/advance.ts';
import { submissionErrors } from '../observations/checks.ts';
import { CLEARED } from '../observations/entry.ts';
import { readHistories } from '../observations/history.reader.ts';
import type { ObservationPayload } from '../observations/changes.type.ts';
import { Observation, Revision } from '../observations/observation.entity.ts';
import { currentRevision } from '../observations/observation.store.ts';
import { expectRevision, ObservationChange } from '../observations/observation-change.ts';
import { isOpen, readQuestions } from '../observations/question.reader.ts';
import { type StoredCell, writeRevisions } from '../observations/write-revisions.ts';
import { Alternative, AlternativeChoice } from './alternative.entity.ts';
import {
  AS_REPORTED,
  addAlternative,
  cellOf,
  findAlternative,
  isKept,
  removeKept,
  reportedRevisions,
  sourceNamed,
  sourceOf,
} from './alternative.store.ts';
import type {
  AlternativeKeyInput,
  ChooseAlternativeInput,
  RecordAlternativeInput,
} from './alternative.type.ts';

/** The note at a source's value that another one has replaced. */
const SHOWN_BEFORE = {
  en: 'Shown first until another source was chosen.',
  ru: 'Показывалось первым, пока не был выбран другой источник.',
};

@Injectable()
export class AlternativesService {
  constructor(
    private readonly change: ObservationChange,
    private readonly indicators: IndicatorReader,
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
      await recordEvent(em, actor, 'RECORD_ALTERNATIVE', id, { area, after: { source } });
    });
  }

  /**
   * Chooses the value that is shown first; the other one is kept next to it. The reported value is chosen by the key null, or as the
   * alternative that it is while another one is shown.
   */
  chooseAlternative(actor: Actor, input: ChooseAlternativeInput): Promise<ObservationPayload> {
    return this.change.run(actor, 'RECORD_ALTERNATIVE', input, async (em, observation) => {
      refusePart(observation);
      const why = { [input.lang]: requiredText(input.why, 'why', 'TEXT_REQUIRED') };
      expectRevision(observation, input.revision);
      const key = input.alternative ?? null;
      const shown = await this.show(em, actor, observation, key, why);
      const { id, area } = observation;
      const cell = cellOf(observation);
      // the reason for the choice is stored at every competing value
      const explained = await em.nativeUpdate(Alternative, cell, { chosen: why });
      if (explained === 0 && key === null) throw refused('NO_ALTERNATIVE');
      const { source = null, value = null } = key ?? {};
      await em.insert(AlternativeChoice, { ...cell, source, value, why, decidedBy: actor.id });
      await recordEvent(em, actor, 'CHOOSE_ALTERNATIVE', id, {
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

  /** Makes the chosen value the current one. */
  private async show(
    em: EntityManager,
    actor: Actor,
    observation: Observation,
    key: AlternativeKeyInput | null,
    why: Record<string, string>,
  ): Promise<StoredCell> {
    const [reported, ...older] = await reportedRevisions(em, observation);
    const isReported = key === null || (await isKept(em, observation, reported, key));
    if (isReported && reported.id === observation.currentRevision) return observation;
    const released = await isReleasedOver(em, observation, reported);
    if (isReported && !released) return restore(em, observation, reported);
    // a release needs the reason why a figure is another one, and only the country writes its own values: it can correct this one
    if (key === null || (isReported && reported.via !== 'SOURCE_IMPORT'))
      throw refused('ALREADY_RELEASED', 'alternative');
    for (const revision of older) {
      // what the country itself has replaced since is not taken for a figure of a named source
      if (revision.via !== 'SOURCE_IMPORT' && (await isKept(em, observation, revision, key)))
        throw refused('NO_ALTERNATIVE', 'alternative');
    }
    return this.adopt(em, actor, observation, key, why);
  }

  /**
   * Makes the value of a named source the shown one, stored like any figure from a public source: without an
   * author, and labelled so. It takes two officers: one recorded it, another chooses it. The published value stays
   * published until a release takes the new one. Both stay on record as alternatives.
   */
  private async adopt(
    em: EntityManager,
    actor: Actor,
    observation: Observation,
    key: AlternativeKeyInput,
    why: Record<string, string>,
  ): Promise<StoredCell> {
    const taken = await findAlternative(em, observation, key);
    const replaced = await currentRevision(em, observation);
    if (taken === null || isShown(replaced, key)) throw refused('NO_ALTERNATIVE', 'alternative');
    if (taken.recordedBy === actor.id) throw refused('SAME_PERSON', 'alternative');
    const { id, state } = observation;
    const asked = state === 'SUBMITTED' ? await readQuestions(em, { which: anyOf([id]) }) : [];
    if (asked.some(isOpen)) throw refused('OPEN_QUESTION', 'alternative');
    const next = { id, ...advanced(observation, 'ADOPT'), currentRevision: randomUUID() };
    const content = { ...CLEARED, value: key.value };
    const origin = { via: 'SOURCE_IMPORT', author: null, source: key.source } as const;
    await writeRevisions(em, [{ ...next, content, reason: 'NEW_SOURCE' }], origin);
    // an adopted figure is an alternative already
    if (replaced.value == null || isAdopted(replaced)) return next;
    await addAlternative(em, observation, {
      source: await sourceOf(em, observation, replaced),
      value: replaced.value,
      chosen: why,
      ...(replaced.via === 'SOURCE_IMPORT'
        ? { note: SHOWN_BEFORE, recordedBy: actor.id }
        : { note: AS_REPORTED, recordedBy: null }),
    });
    return next;
  }
}

/**
 * Chooses a replaced revision back. It becomes the current one again as it is, by its author and with its reviews: no revision is
 * written, and what waited for its review waits again.
 */
async function restore(
  em: EntityManager,
  observation: Observation,
  replaced: Revision,
): Promise<StoredCell> {
  const { id, version, publishedRevision } = observation;
  const last = await db(em)
    .selectFrom('work.review')
    .select('decision')
    .where('observation', '=', id)
    .where('revision', '=', replaced.id)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const { via } = replaced;
  const published = publishedRevision === replaced.id;
  const state = replacedState({ via, published, decision: last?.decision ?? null });
  const next = { state, version: version + 1, currentRevision: replaced.id };
  await removeKept(em, observation, replaced);
  await em.nativeUpdate(Observation, id, next);
  return { id, ...next };
}

/** Does a release hold a figure that took the place of this revision? */
async function isReleasedOver(
  em: EntityManager,
  { publishedRevision }: Observation,
  { number }: Revision,
): Promise<boolean> {
  if (publishedRevision == null) return false;
  const published = await em.findOneOrFail(Revision, publishedRevision);
  return published.number > number;
}

const isShown = ({ source, value }: Revision, key: AlternativeKeyInput): boolean =>
  source === key.source && value != null && dec(value).equals(key.value);

/** Refuses parts: alternatives are kept by indicator, country and year only, so one for women would appear next to the total. */
function refusePart(observation: Observation): void {
  if (!isTotalPart(observation)) throw refused('ONLY_OF_A_WHOLE');
}
