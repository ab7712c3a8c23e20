import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isWhole } from '@qadam/domain';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { webAddress } from '../evidence/web-address.ts';
import { advance, trace } from '../observations/advance.ts';
import { submissionErrors } from '../observations/checks.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { Refused } from '../../graphql/refused.ts';
import type { ObservationPayload } from '../observations/observation-payload.type.ts';
import type { Observation } from '../observations/observation.entity.ts';
import { ObservationStore } from '../observations/observation.store.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { WorkObservationReader } from '../observations/work-observation.reader.ts';
import type {
  AlternativeKeyInput,
  ChooseAlternativeInput,
  RecordAlternativeInput,
} from './alternative.input.ts';
import { AlternativeStore } from './alternative.store.ts';

/** What is said of the value that another one took the place of. */
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
    private readonly store: ObservationStore,
    private readonly alternatives: AlternativeStore,
    private readonly observations: WorkObservationReader,
    private readonly audit: AuditService,
  ) {}

  /** Another official value of the same cell. It stands beside the reported one and replaces nothing. */
  async record(actor: Actor, input: RecordAlternativeInput): Promise<ObservationPayload> {
    await this.store.permit(this.em, actor, 'RECORD_ALTERNATIVE', input.observation);
    const { problems } = await this.change.run(actor, 'RECORD_ALTERNATIVE', input, (em) =>
      this.write(em, actor, input),
    );
    return { observation: await this.read(actor, input.observation), problems };
  }

  /** Which value is shown in the first place, and why. The other stays beside it. */
  async choose(actor: Actor, input: ChooseAlternativeInput): Promise<ObservationPayload> {
    await this.store.permit(this.em, actor, 'RECORD_ALTERNATIVE', input.observation);
    const { problems } = await this.change.run(actor, 'RECORD_ALTERNATIVE', input, async (em) => {
      const observation = await this.lockWhole(em, input.observation);
      const why = { [input.lang]: requiredText(input.why, 'why', 'TEXT_REQUIRED') };
      if (observation.currentRevision !== input.revision) {
        throw new Overtaken(problem('REVISION_CHANGED', 'revision'), observation.id);
      }
      const before = trace(observation);
      const key = input.alternative ?? null;
      if (key !== null) await this.adopt(em, actor, observation, key, why);
      if ((await this.alternatives.explain(em, observation, why)) === 0 && key === null) {
        throw new Refused(problem('NO_ALTERNATIVE'));
      }
      await this.alternatives.noteChoice(em, observation, { key, why, by: actor.id });
      await this.audit.record(em, actor, 'CHOOSE_ALTERNATIVE', observation.id, {
        area: observation.area,
        before,
        after: { ...trace(observation), source: key?.source ?? null },
      });
      return observation.id;
    });
    return { observation: await this.read(actor, input.observation), problems };
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
      throw new Refused(problem('LINK_NOT_HTTPS', 'sourceUrl'));
    }
    await this.refuseUnlessPossible(em, actor, observation, input.value, note);
    const source = await this.alternatives.source(em, {
      title: requiredText(input.sourceTitle, 'sourceTitle', 'SOURCE_INCOMPLETE'),
      publisher: requiredText(input.publisher, 'publisher', 'SOURCE_INCOMPLETE'),
      year: input.sourceYear ?? null,
      url,
    });
    const fresh = await this.alternatives.add(em, observation, {
      source,
      value: input.value,
      note: { [input.lang]: note },
      chosen: { [input.lang]: why },
      recordedBy: actor.id,
    });
    if (!fresh) throw new Refused(problem('ALREADY_RECORDED'));
    await this.audit.record(em, actor, 'RECORD_ALTERNATIVE', observation.id, {
      area: observation.area,
      after: { source },
    });
    return observation.id;
  }

  /** Competing values are kept by indicator, country and year: one of women alone would stand beside the figure of all. */
  private async lockWhole(em: EntityManager, id: string): Promise<Observation> {
    const observation = await this.store.lock(em, id);
    if (!isWhole(observation)) throw new Refused(problem('ONLY_OF_A_WHOLE'));
    return observation;
  }

  /** What the rules forbid of a reported value is no value of this indicator, whoever says it. */
  private async refuseUnlessPossible(
    em: EntityManager,
    actor: Actor,
    { id }: Observation,
    value: string,
    comment: string,
  ): Promise<void> {
    const [read] = await this.observations.read(em, [id], actor.lang);
    if (read === undefined) throw new ApiError('NOT_FOUND');
    const bare = {
      numerator: null,
      denominator: null,
      missingReason: null,
      sourceText: null,
      factDate: null,
      provision: null,
      basis: null,
      obsStatus: 'A',
    };
    const current = { ...bare, value, comment };
    const errors = submissionErrors({ ...read.checked, current }, 'NAMED_SOURCE');
    if (errors.length === 0) return;
    throw new Refused(...errors.map(({ code, params }) => problem(code, 'value', params)));
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
  ): Promise<void> {
    const found = await this.alternatives.find(em, observation, key);
    if (found === null) throw new Refused(problem('NO_ALTERNATIVE', 'alternative'));
    if (found.recordedBy === actor.id) throw new Refused(problem('SAME_PERSON', 'alternative'));
    const revisions = await this.store.currentRevisions(em, [observation]);
    const reported = revisions.get(observation.currentRevision);
    if (reported === undefined) throw new ApiError('NOT_FOUND');
    advance(observation, 'ADOPT');
    await this.store.appendSourced(em, observation, key);
    await em.flush();
    await this.alternatives.remove(em, observation, key);
    if (reported.value == null) return;
    await this.alternatives.add(em, observation, {
      source: await this.alternatives.sourceOf(em, observation, reported),
      value: reported.value,
      note: reported.via === 'SOURCE_IMPORT' ? SHOWN_BEFORE : AS_REPORTED,
      chosen: why,
      recordedBy: actor.id,
    });
  }

  private async read(actor: Actor, id: string) {
    const [observation = null] = await this.observations.byIds(this.em, [id], actor.lang);
    return observation;
  }
}
