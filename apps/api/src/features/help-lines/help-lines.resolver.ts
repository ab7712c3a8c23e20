import { EntityManager } from '@mikro-orm/postgresql';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader, lockArea } from '../countries/area.reader.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { db } from '../../database/db.ts';
import { instant, now } from '../../database/expressions.ts';
import { freeText } from '../../graphql/free-text.ts';
import { ChangeHelpLineInput } from './help-line.input.ts';
import { HelpLine, HelpLinePayload } from './help-line.type.ts';

const helpLines = (em: EntityManager) =>
  db(em)
    .selectFrom('work.help_line')
    .select(['area', 'lang', 'text', 'version', instant('updated_at').as('updatedAt')]);

@Resolver()
export class HelpLinesResolver {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly audit: AuditService,
  ) {}

  /** Those that were ever written, blank ones too: their version counts. */
  @Access('READ_ADMINISTRATION')
  @Query(() => [HelpLine])
  async helpLines(@CurrentActor() actor: Actor): Promise<HelpLine[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return helpLines(this.em).orderBy('area').orderBy('lang').execute();
  }

  @Access('MANAGE_HELP_LINES')
  @Mutation(() => HelpLinePayload)
  async changeHelpLine(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeHelpLineInput,
  ): Promise<HelpLinePayload> {
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
      await this.audit.record(em, actor, 'CHANGE_HELP_LINE', subject, {
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
