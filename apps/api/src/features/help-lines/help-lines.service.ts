import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { instant } from '../../database/sql-text.ts';
import { freeText } from '../../graphql/free-text.ts';
import type { ChangeHelpLineInput } from './help-line.input.ts';
import type { HelpLine, HelpLinePayload } from './help-line.type.ts';

const SELECT = `select area, lang, text, version, ${instant('updated_at')} as "updatedAt" from work.help_line`;

@Injectable()
export class HelpLinesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly audit: AuditService,
  ) {}

  /** Those that were ever written, blank ones too: their version counts. */
  async list(actor: Actor): Promise<HelpLine[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return this.em.execute<HelpLine[]>(`${SELECT} order by area, lang`);
  }

  async write(actor: Actor, input: ChangeHelpLineInput): Promise<HelpLinePayload> {
    permit(actor, 'MANAGE_HELP_LINES', {});
    const { area, lang } = input;
    const { code } = await this.areas.get(this.em, area);
    const operation = 'MANAGE_HELP_LINES';
    const { problems } = await this.change.run(actor, operation, input, async (em) => {
      const text = freeText(input.text, 'text') ?? '';
      // the first one has no row to wait at: whoever writes for an area waits at the area
      await em.execute('select 1 from work.area where code = ? for no key update', [code]);
      const known = await this.one(em, code, lang);
      const subject = `help line ${code} ${lang}`;
      const versions = { found: known?.version ?? 0, expected: input.expectedVersion };
      expectVersion(versions, [subject]);
      await em.execute(
        `insert into work.help_line as h (area, lang, text, updated_by) values (?, ?, ?, ?)
         on conflict (area, lang) do update set text = excluded.text, version = h.version + 1,
           updated_by = excluded.updated_by, updated_at = now()`,
        [code, lang, text, actor.id],
      );
      await this.audit.record(em, actor, 'CHANGE_HELP_LINE', subject, {
        area: code,
        before: known && { text: known.text },
        after: { text },
      });
      return code;
    });
    return { helpLine: await this.one(this.em, code, lang), problems };
  }

  private async one(em: EntityManager, area: string, lang: Language): Promise<HelpLine | null> {
    const [row] = await em.execute<HelpLine[]>(`${SELECT} where area = ? and lang = ?`, [
      area,
      lang,
    ]);
    return row ?? null;
  }
}
