import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isWhole, move, type Part, partKey, partsOfTable, WHOLE } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { advance, expectVersion, trace } from './advance.ts';
import { CellReader } from './cell.reader.ts';
import { CellLock } from './cell-lock.ts';
import { DeskChange, Refused } from './desk-change.ts';
import { CLEARED, contentOf, isBlank } from './entry.ts';
import type { Observation } from './observation.entity.ts';
import { ObservationStore } from './observation.store.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { SaveValueInput } from './save-value.input.ts';
import type { SaveValuePayload } from './save-value.type.ts';

@Injectable()
export class SaveValueService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly store: ObservationStore,
    private readonly locks: CellLock,
    private readonly cells: CellReader,
    private readonly indicators: IndicatorReader,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, input: SaveValueInput): Promise<SaveValuePayload> {
    permit(actor, 'SAVE_VALUE', { area: input.area });
    const { problems } = await this.change.run(actor, 'SAVE_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    const frame = { actor, area: input.area, cycle: input.cycle, lang: actor.lang };
    // Read again, after a refusal too: a conflict shows what the other one saved, who and when.
    return {
      cell: await this.forms.cell(this.em, frame, input.indicator, partOf(input)),
      problems,
    };
  }

  private async append(em: EntityManager, actor: Actor, input: SaveValueInput): Promise<string> {
    const assigned = await this.store.lockAssignment(em, input);
    const part = partOf(input);
    const cell = { area: input.area, year: input.cycle, indicator: input.indicator, part };
    const saved = await this.store.lockCell(em, cell);
    const correcting = saved !== null && saved.publishedRevision !== null;
    if (!correcting && !assigned) throw new Refused(problem('NOT_ASSIGNED', 'indicator'));
    expectVersion(saved?.version ?? 0, input.expectedVersion);
    const lock = await this.locks.of(em, actor, cell, saved);
    if (lock !== null) throw new Refused(problem(lock, 'cycle', { cycle: input.cycle }));

    const [indicator] = await this.indicators.byCodes(em, [input.indicator]);
    if (indicator === undefined) throw new Refused(problem('NOT_ASSIGNED', 'indicator'));
    if (!isWhole(part) && !isAskedFor(indicator, part)) {
      throw new Refused(problem('NOT_BROKEN_DOWN', 'part', { text: partKey(part) }));
    }
    const clears = saved !== null && isBlank(input) && (await this.cells.isClearable(em, saved.id));
    const content = clears ? CLEARED : contentOf(input, indicator);
    const reason = input.reason ?? (correcting ? await this.reasonOf(em, saved) : null);
    const before = saved && trace(saved);
    const observation = saved ?? this.store.create(em, cell);
    if (saved === null) observation.version = 1;
    else advance(saved, move(saved.state, 'SAVE').ok ? 'SAVE' : 'REOPEN');
    await this.store.append(em, actor, observation, content, reason);
    await em.flush();
    await this.audit.record(em, actor, 'SAVE_VALUE', observation.id, {
      area: input.area,
      before,
      after: trace(observation),
    });
    return observation.id;
  }

  /** A correction keeps the reason it was opened with. */
  private async reasonOf(em: EntityManager, observation: Observation) {
    const revisions = await this.store.currentRevisions(em, [observation]);
    return revisions.get(observation.currentRevision)?.reason ?? null;
  }
}

function partOf({ part }: SaveValueInput): Part {
  if (!part) return WHOLE;
  const { sex, age, urbanisation, region, breakdown } = part;
  return { sex, age, urbanisation, region, breakdown };
}

const isAskedFor = ({ tableAxes }: DeskIndicator, part: Part): boolean =>
  partsOfTable(tableAxes).some((one) => partKey(one) === partKey(part));
