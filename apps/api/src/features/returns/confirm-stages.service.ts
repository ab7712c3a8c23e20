import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { auditDetail } from '../observations/advance.ts';
import { CellSaver } from '../observations/cell-saver.ts';
import type { ConfirmStagesInput, ConfirmStagesPayload } from './confirm-stages.type.ts';
import { CLEARED } from '../observations/entry.ts';
import type { FormCell } from './form-cell.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';

/** "Nothing changed": the stages of last year are those of this year, with the dates they had. */
@Injectable()
export class ConfirmStagesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly saver: CellSaver,
    private readonly forms: ReturnFormReader,
    private readonly audit: AuditService,
  ) {}

  async confirm(actor: Actor, input: ConfirmStagesInput): Promise<ConfirmStagesPayload> {
    permit(actor, 'SAVE_VALUE', { area: input.area });
    const { done, problems } = await this.change.run(actor, 'SAVE_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    if (done === null) return { cells: [], problems };
    const confirmed = new Set(done);
    const cells = await this.cells(this.em, actor, input);
    return { cells: cells.filter(({ id }) => id !== null && confirmed.has(id)), problems };
  }

  private async append(
    em: EntityManager,
    actor: Actor,
    input: ConfirmStagesInput,
  ): Promise<string[]> {
    const { area, cycle } = input;
    const frame = { area, year: cycle, indicator: input.indicator ?? null };
    // locked before they are read, so that none is saved in between
    const open = await this.saver.open(em, actor, frame, 'ENTRY');
    const cells = await this.cells(em, actor, input);
    const changes = cells.flatMap(({ indicator, part, version, lastFact, current, editable }) => {
      if (lastFact === null || current !== null || !editable) return [];
      const { stage, date: factDate, provision, basis } = lastFact;
      const content = { ...CLEARED, value: String(stage), factDate, provision, basis };
      return [{ indicator, part, version, content }];
    });
    if (changes.length === 0) throw new ProblemError(problem('NOTHING_TO_CONFIRM', 'indicator'));
    const saved = await open.enter(changes);
    const written = await open.save(changes, saved);
    const events = written.map((one, at) => {
      const before = saved[at] ?? null;
      return {
        subject: one.id,
        area,
        before: before && auditDetail(before),
        after: auditDetail(one),
      };
    });
    await this.audit.recordAll(em, actor, 'SAVE_VALUE', events);
    return written.map(({ id }) => id);
  }

  private async cells(
    em: EntityManager,
    actor: Actor,
    { area, cycle, indicator }: ConfirmStagesInput,
  ): Promise<FormCell[]> {
    const form = await this.forms.form(em, { actor, area, cycle, lang: actor.lang });
    const laws = (form?.cells ?? []).filter(({ element }) => element !== null);
    return indicator == null ? laws : laws.filter((cell) => cell.indicator === indicator);
  }
}
