import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvents } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { auditDetail } from '../observations/advance.ts';
import { CellSaver } from '../observations/cell-saver.ts';
import { contentOfFact } from '../observations/last-fact.ts';
import type { FormCell } from './form-cell.type.ts';
import { ReturnFormReader } from './return-form.reader.ts';
import type { ConfirmStagesInput, ConfirmStagesPayload } from './returns.type.ts';

@Injectable()
export class ConfirmStagesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly saver: CellSaver,
    private readonly forms: ReturnFormReader,
  ) {}

  async confirmStages(actor: Actor, input: ConfirmStagesInput): Promise<ConfirmStagesPayload> {
    const { area, cycle, indicator = null } = input;
    permit(actor, 'SAVE_VALUE', { area });
    const { done, problems } = await this.change.run(actor, 'SAVE_VALUE', input, async (em) => {
      // lock the cells before reading them, so that none is saved in between
      const open = await this.saver.open(em, actor, { area, year: cycle, indicator }, 'ENTRY');
      const changes = (await this.cells(em, actor, input)).flatMap((cell) => {
        const { part, version, lastFact, current, editable } = cell;
        if (lastFact === null || current !== null || !editable) return [];
        return [{ indicator: cell.indicator, part, version, content: contentOfFact(lastFact) }];
      });
      if (changes.length === 0) throw refused('NOTHING_TO_CONFIRM', 'indicator');
      const saved = await open.enter(changes);
      const written = await open.save(changes, saved);
      const events = written.map((one, at) => {
        const before = saved[at] ?? null;
        const after = auditDetail(one);
        return { subject: one.id, area, before: before && auditDetail(before), after };
      });
      await recordEvents(em, actor, 'SAVE_VALUE', events);
      return written.map(({ id }) => id);
    });
    if (done === null) return { cells: [], problems };
    const confirmed = new Set(done);
    const cells = await this.cells(this.em, actor, input);
    return { cells: cells.filter(({ id }) => id !== null && confirmed.has(id)), problems };
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
