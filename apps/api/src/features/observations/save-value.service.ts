import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  isBlankEntry,
  isClearable,
  type Part,
  partKey,
  partOf,
  partProblem,
  TOTAL_PART,
} from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { auditDetail } from './advance.ts';
import { CellSaver, type SavedCell } from './cell-saver.ts';
import type { SaveValueInput, SaveValuePayload } from './changes.type.ts';
import { CLEARED, contentOf } from './entry.ts';
import type { Content } from './observation.entity.ts';

@Injectable()
export class SaveValueService {
  constructor(
    private readonly change: DeskChange,
    private readonly saver: CellSaver,
    private readonly indicators: IndicatorReader,
  ) {}

  async saveValue(actor: Actor, input: SaveValueInput): Promise<SaveValuePayload> {
    const { area, cycle, indicator, expectedVersion: version, reason = null } = input;
    permit(actor, 'SAVE_VALUE', { area });
    const part = input.part ? partOf(input.part) : TOTAL_PART;
    const { problems } = await this.change.run(actor, 'SAVE_VALUE', input, async (em) => {
      const cells = await this.saver.open(em, actor, { area, year: cycle, indicator }, 'ENTRY');
      const [saved = null] = await cells.enter([{ indicator, part, version }]);
      const content = await this.contentOf(em, input, part, saved);
      const [written] = await cells.save([{ indicator, part, content, version, reason }], [saved]);
      if (written === undefined) throw new Error('a save wrote nothing');
      await recordEvent(em, actor, 'SAVE_VALUE', written.id, {
        area,
        before: saved && auditDetail(saved),
        after: auditDetail(written),
      });
      return written.id;
    });
    return { cell: { area, cycle, indicator, part }, problems };
  }

  private async contentOf(
    em: EntityManager,
    input: SaveValueInput,
    part: Part,
    saved: SavedCell | null,
  ): Promise<Content> {
    const [indicator] = await this.indicators.byCodes(em, [input.indicator]);
    if (indicator === undefined) throw refused('NOT_ASSIGNED', 'indicator');
    const unasked = partProblem(indicator, part);
    if (unasked !== null) throw refused(unasked, 'part', { text: partKey(part) });
    const clears = saved !== null && isBlankEntry(input) && (await mayClear(em, saved));
    return clears ? CLEARED : contentOf(input, indicator, saved);
  }
}

async function mayClear(em: EntityManager, { id, state, publishedRevision }: SavedCell) {
  const review = await db(em)
    .selectFrom('work.review')
    .select('id')
    .where('observation', '=', id)
    .limit(1)
    .executeTakeFirst();
  const reviewed = review !== undefined;
  return isClearable({ state, published: publishedRevision !== null, reviewed });
}
