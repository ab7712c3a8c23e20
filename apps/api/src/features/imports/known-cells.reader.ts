import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ATTACHED_COUNT } from '../evidence/evidence-sql.ts';
import { CELLS, cellsAsJson, type Face, faceText, isOfCells } from '../observations/face.ts';
import { HistoryReader } from '../observations/history.reader.ts';
import { exact } from '../../database/sql-text.ts';
import { partAsJson } from '../../database/cell-columns.ts';
import type { ExistingCell, KnownCell } from './check-context.ts';

interface Frame {
  area: string;
  cycle: number;
}

const EXISTING = `select o.indicator, ${partAsJson('o')} as part, o.state, o.version,
  o.published_revision is not null as published,
  (select ${exact('p.value')} from work.revision p where p.id = o.published_revision) as "publishedValue",
  ${ATTACHED_COUNT('o.id')} as evidence,
  json_build_object('value', ${exact('r.value')}, 'numerator', ${exact('r.numerator')},
    'denominator', ${exact('r.denominator')}, 'missingReason', r.missing_reason,
    'obsStatus', r.obs_status, 'sourceText', r.source_text, 'comment', r.comment,
    'factDate', r.fact_date, 'provision', r.provision, 'basis', r.basis) as content,
  case when s.id is not null then json_build_object('publisher', s.publisher, 'title', s.title, 'year', s.year, 'licence', s.licence) end as named,
  r.note
  from work.observation o join work.revision r on r.id = o.current_revision left join work.source s on s.id = r.source`;

/** What is saved in the cells of a return, and what was published of them before. */
@Injectable()
export class KnownCellsReader {
  constructor(private readonly histories: HistoryReader) {}

  /** Of the cells that a batch of rows is about: two statements. */
  async of(
    em: EntityManager,
    { area, cycle }: Frame,
    faces: readonly Face[],
  ): Promise<KnownCell[]> {
    if (faces.length === 0) return [];
    const existing = await em.execute<ExistingCell[]>(
      `${EXISTING} join ${CELLS} on ${isOfCells('o')}`,
      [cellsAsJson(area, cycle, faces)],
    );
    const histories = await this.histories.ofCells(em, { area, year: cycle }, faces);
    const saved = new Map(existing.map((cell) => [faceText(cell), cell]));
    return faces.map((face) => ({
      ...face,
      existing: saved.get(faceText(face)) ?? null,
      history: histories.of(area, face.indicator, cycle, face.part),
    }));
  }

  /** All that is saved of a return. */
  async all(em: EntityManager, { area, cycle }: Frame): Promise<ExistingCell[]> {
    return em.execute<ExistingCell[]>(`${EXISTING} where o.area = ? and o.year = ?`, [area, cycle]);
  }
}
