import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { askedParts, isTotalPart, partKey } from '@qadam/domain';
import { formatDate, isLanguage, translator } from '@qadam/i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, permit } from '../../../graphql/access.ts';
import { ApiError } from '../../../graphql/api-error.ts';
import type { Language } from '../../../graphql/enums.ts';
import { pickText } from '../../../graphql/local-text.type.ts';
import { MadeFiles } from '../../../http/made-files.ts';
import { CycleReader } from '../../cycles/cycle.reader.ts';
import { cellRefText } from '../../observations/cell-ref.ts';
import { type Histories, readHistories } from '../../observations/history.reader.ts';
import { contentOfFact, lastFact } from '../../observations/last-fact.ts';
import { Release } from '../../publication/release.entity.ts';
import { partText } from '../../observations/part-name.ts';
import { RequestActor } from '../../users/request-actor.ts';
import { type CheckContext, yearOf } from '../check-context.ts';
import { type ExistingCell, savedCells } from '../known-cells.reader.ts';
import { ImportContextReader } from '../import-context.reader.ts';
import { type TemplateRow, writeTemplate } from './write-template.ts';

@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly em: EntityManager,
    private readonly actors: RequestActor,
    private readonly cycles: CycleReader,
    private readonly contexts: ImportContextReader,
    private readonly files: MadeFiles,
  ) {}

  @Get(':area/:file')
  async download(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('area') area: string,
    @Param('file') file: string,
    @Query('lang') asked: string | undefined,
  ): Promise<Buffer> {
    const actor = await this.actors.of(request);
    const cycle = /^(\d{4})\.xlsx$/.exec(file)?.[1];
    if (cycle === undefined) throw new ApiError('NOT_FOUND');
    const lang = isLanguage(asked) ? asked : 'en';
    const bytes = await this.files.answer(request.ip, () =>
      this.workbook(actor, area, Number(cycle), lang),
    );
    void reply.headers({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="qadam-${area}-${cycle}-${lang}.xlsx"`,
    });
    return bytes;
  }

  async workbook(actor: Actor, area: string, cycle: number, lang: Language): Promise<Buffer> {
    permit(actor, 'READ_WORK', { area });
    const calendar = await this.cycles.get(this.em, area, cycle);
    if (calendar === null) throw new ApiError('NOT_FOUND');
    const context = await this.contexts.read(this.em, { area, cycle, lang });
    const { assigned } = yearOf(context, cycle);
    if (assigned.length === 0) throw new ApiError('NOT_FOUND');
    const existing = await savedCells(this.em, { area, cycle });
    const histories = await readHistories(this.em, [area], assigned);
    const t = await translator(lang, 'files');
    const pages = await translator(lang, 'public');
    const [release] = await this.em.find(Release, {}, { orderBy: { sequence: 'desc' }, limit: 1 });
    return writeTemplate({
      area,
      areaName: pickText(calendar.areaName, lang).text,
      cycle,
      dueOn: formatDate(lang, calendar.dueOn),
      release: release?.number ?? '',
      lang,
      basis: { OFFICIAL: pages('law.OFFICIAL'), MEDIA: pages('law.MEDIA') },
      rows: rowsOf({ ...context, cycle, assigned, existing, histories }, lang, t('template.total')),
      t,
    });
  }
}

interface Known extends CheckContext {
  cycle: number;
  assigned: readonly string[];
  existing: ExistingCell[];
  histories: Histories;
}

/** A row for each assigned indicator, each part that its table asks for, and each other part that has a saved value. */
function rowsOf(known: Known, lang: Language, total: string): TemplateRow[] {
  const { area, cycle, indicators, assigned, existing, histories } = known;
  const contents = new Map(existing.map((cell) => [cellRefText(cell), cell.content]));
  const saved = Map.groupBy(existing, ({ indicator }) => indicator);
  return indicators.flatMap((indicator) => {
    const { code, kind } = indicator;
    if (!assigned.includes(code)) return [];
    const asked = askedParts(indicator);
    const keys = new Set(asked.map(partKey));
    const others = (saved.get(code) ?? []).flatMap(({ part }) =>
      keys.has(partKey(part)) ? [] : [part],
    );
    return [...asked, ...others].map((part) => {
      const content = contents.get(cellRefText({ indicator: code, part })) ?? null;
      const history = histories.of(area, code, cycle, part);
      // a law keeps its stage until a later fact changes it
      const fact = kind === 'MILESTONE' ? lastFact(history) : null;
      const before = fact && contentOfFact(fact);
      const last = kind === 'MILESTONE' ? before : history.find(({ year }) => year === cycle - 1);
      return {
        indicator,
        part,
        label: isTotalPart(part) ? total : partText(indicator, part, lang),
        lastYear: last?.value ?? null,
        content: content ?? before,
      };
    });
  });
}
