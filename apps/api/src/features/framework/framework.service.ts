import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  diffFramework,
  FRAMEWORK_FORMAT,
  type FrameworkDocument,
  overlayFramework,
  readFramework,
  type FrameworkDifference,
  TEXT_LANGUAGES,
} from '@qadam/domain';
import { wholeAtDesk } from '../../database/standing.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { FrameworkChange } from './framework.change.ts';
import type { SaveActionInput, SaveIndicatorInput } from './framework.input.ts';
import { readCurrent, readInUse, readNotes } from './framework.reader.ts';
import type {
  ActionPayload,
  Framework,
  FrameworkIndicatorSheet,
  IndicatorPayload,
} from './framework.type.ts';
import { actionOf, indicatorOf } from './framework-input.ts';
import { likelyLinks } from './likely-links.ts';
import { actionView, frameworkView, indicatorView } from './framework-view.ts';

type Wanted = Partial<Pick<FrameworkDocument, 'actions' | 'indicators' | 'rules'>>;

interface ImportRequest {
  document: unknown;
  dryRun: boolean;
  /** The hash that the dry run answered: it identifies the framework that the differences were computed against. */
  basis: string | null;
  /** The reason why weights, roles or elements change. */
  reason: string | null;
}

export interface ImportAnswer {
  basis: string;
  committed: boolean;
  differences: FrameworkDifference[];
  /** Warnings that do not stop the import: counts that equal those of another indicator. */
  warnings: Problem[];
  problems: Problem[];
}

@Injectable()
export class FrameworkService {
  constructor(
    private readonly em: EntityManager,
    private readonly desk: DeskChange,
    private readonly change: FrameworkChange,
  ) {}

  async read(actor: Actor, lang: Language): Promise<Framework> {
    permit(actor, 'READ_FRAMEWORK', {});
    const current = await readCurrent(this.em);
    return frameworkView(current, await readNotes(this.em), lang);
  }

  async indicator(actor: Actor, code: string): Promise<FrameworkIndicatorSheet | null> {
    permit(actor, 'READ_FRAMEWORK', {});
    const current = await readCurrent(this.em);
    const inUse = await wholeAtDesk(() => readInUse(this.em));
    return indicatorView(current, code, inUse);
  }

  async saveAction(actor: Actor, input: SaveActionInput): Promise<ActionPayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const wanted = { actions: [actionOf(input)] };
    const { problems } = await this.save(actor, input, `ACTION ${input.code}`, wanted);
    const current = await readCurrent(this.em);
    return { action: actionView(current, input.code), problems };
  }

  async saveIndicator(actor: Actor, input: SaveIndicatorInput): Promise<IndicatorPayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const before = await readCurrent(this.em);
    const known = before.document.indicators.find(({ code }) => code === input.code);
    const wanted = { indicators: [indicatorOf(input, known ?? { tableAxes: [] })] };
    const { problems } = await this.save(actor, input, `INDICATOR ${input.code}`, wanted);
    const current = await readCurrent(this.em);
    const inUse = await readInUse(this.em);
    const warnings =
      problems.length > 0 ? [] : await likelyLinks(this.em, current.document, [input.code]);
    return { indicator: indicatorView(current, input.code, inUse), warnings, problems };
  }

  async export(actor: Actor): Promise<FrameworkDocument> {
    permit(actor, 'READ_FRAMEWORK', {});
    return (await readCurrent(this.em)).document;
  }

  /** A dry run answers what would change; a commit then changes all of it or nothing. Repeating it changes nothing. */
  async import(actor: Actor, request: ImportRequest): Promise<ImportAnswer> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { dryRun, basis: seen, reason } = request;
    const none = { committed: false, differences: [], warnings: [] };
    const read = readFramework(request.document);
    if (read.document === null) {
      const problems = read.problems.map(({ code, field, params }) => problem(code, field, params));
      return { ...none, basis: '', problems };
    }
    const change = { wanted: read.document, reason };
    return this.em.fork().transactional(async (em) => {
      const current = await this.change.lock(em);
      const basis = hash(current.document);
      try {
        const differences = await this.change.judge(em, current, change);
        if (!dryRun && differences.length > 0) {
          if (seen !== basis) throw refused('VERSION_CONFLICT', 'basis');
          await this.change.write(em, actor, change, differences);
        }
        const changed = differences.flatMap(({ object, code }) =>
          object === 'INDICATOR' ? [code] : [],
        );
        const merged = overlayFramework(current.document, read.document);
        const warnings = await likelyLinks(em, merged, changed);
        return { basis, committed: !dryRun, differences, warnings, problems: [] };
      } catch (error) {
        // Problems are only thrown before the first write, so there is nothing to roll back.
        if (error instanceof ProblemError) return { ...none, basis, problems: error.problems };
        throw error;
      }
    });
  }

  /** Saves one object of the framework as a new version. */
  save(
    actor: Actor,
    input: { idempotencyKey: string; expectedVersion: number; reason?: string | null | undefined },
    subject: string,
    part: Wanted,
  ) {
    return this.desk.run(actor, 'EDIT_FRAMEWORK', input, async (em) => {
      const wanted = partOf(part);
      const current = await this.change.lock(em);
      const found = current.versions.get(subject) ?? 0;
      expectVersion({ found, expected: input.expectedVersion }, [subject]);
      const { reason } = input;
      const judged = await this.change.judge(em, current, { wanted, reason });
      const change = { wanted: judged.length > 0 ? dated(wanted) : wanted, reason };
      const differences = diffFramework(current.document, change.wanted);
      await this.change.write(em, actor, change, differences);
      return subject;
    });
  }
}

/** A part of the framework as a document. The editor's parts are checked by the same schema as an imported file. */
export function partOf({ actions = [], indicators = [], rules = [] }: Wanted): FrameworkDocument {
  const read = readFramework({ format: FRAMEWORK_FORMAT, actions, indicators, rules });
  if (read.document === null) {
    throw new ProblemError(
      ...read.problems.map(({ code, field, params }) =>
        problem(code, field.replace(/^(actions|indicators|rules)\.0\.?/, ''), params),
      ),
    );
  }
  return read.document;
}

/**
 * Sets the day of the metadata sheet's last update to today, as nobody types it at the desk: in every language in which the
 * indicator has a name or a sheet.
 */
function dated(wanted: FrameworkDocument): FrameworkDocument {
  const updated = new Date().toISOString().slice(0, 10);
  const indicators = wanted.indicators.map(({ sheet, ...indicator }) => {
    const spoken = TEXT_LANGUAGES.filter(
      (lang) => indicator.name[lang] !== undefined || sheet[lang] !== undefined,
    );
    const dates = spoken.map((lang) => [lang, { ...sheet[lang], updated }]);
    return { ...indicator, sheet: Object.fromEntries(dates) as typeof sheet };
  });
  return { ...wanted, indicators };
}

function hash(document: FrameworkDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
