import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader, lockArea } from '../countries/area.reader.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { db } from '../../database/db.ts';
import { instant, now } from '../../database/expressions.ts';
import { freeText } from '../../graphql/free-text.ts';
import type { ChangeHelpLineInput } from './help-line.input.ts';
import type { HelpLine, HelpLinePayload } from './help-line.type.ts';

const helpLines = (em: EntityManager) =>
  db(em)
    .selectFrom('work.help_line')
    .select(['area', 'lang', 'text', 'version', instant('updated_at').as('updatedAt')]);

@Injectable()
export class HelpLinesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
  ) {}

  /** All texts that were ever written, blank ones included, because a change needs their version. */
  async list(actor: Actor): Promise<HelpLine[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return helpLines(this.em).orderBy('area').orderBy('lang').execute();
  }

  async write(actor: Actor, input: ChangeHelpLineInput): Promise<HelpLinePayload> {
    permit(actor, 'MANAGE_HELP_LINES', {});
    const { area, lang } = input;
    const { code } = await this.areas.get(this.em, area);
    const operation = 'MANAGE_HELP_LINES';
    const { problems } = await this.change.run(actor, operation, input, async (em) => {
      const text = freeText(input.text, 'text') ?? '';
      await lockArea(em, code);
      const known = await one(em, code, lang);
      const subject = `help line ${code} ${lang}`;
      const versions = { found: known?.version ?? 0, expected: input.expectedVersion };
      expectVersion(versions, [subject]);
      await db(em)
        .insertInto('work.help_line')
        .values({ area: code, lang, text, updated_by: actor.id })
        .onConflict((known) =>
          known.columns(['area', 'lang']).doUpdateSet((h) => ({
            text,
            version: h('work.help_line.version', '+', 1),
            updated_by: actor.id,
            updated_at: now,
          })),
        )
        .execute();
      await recordEvent(em, actor, 'CHANGE_HELP_LINE', subject, {
        area: code,
        before: known && { text: known.text },
        after: { text },
      });
      return code;
    });
    return { helpLine: await one(this.em, code, lang), problems };
  }
}

async function one(em: EntityManager, area: string, lang: Language): Promise<HelpLine | null> {
  const found = helpLines(em).where('area', '=', area).where('lang', '=', lang);
  return (await found.executeTakeFirst()) ?? null;
}
