import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  diffFramework,
  FRAMEWORK_FORMAT,
  type FrameworkAction,
  type FrameworkDocument,
  type FrameworkIndicator,
  readFramework,
  type FrameworkDifference,
  TEXT_LANGUAGES,
} from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
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

interface Wanted {
  actions?: FrameworkAction[];
  indicators?: FrameworkIndicator[];
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
    return indicatorView(current, code, await readInUse(this.em));
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

  private save(
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
      const change = { wanted, reason: input.reason };
      const judged = await this.change.judge(em, current, change);
      const dated = { ...change, wanted: dateSheets(wanted, judged) };
      const differences = diffFramework(current.document, dated.wanted);
      await this.change.write(em, actor, dated, differences);
      return subject;
    });
  }
}

/** The editor sends parts of the same document that is exported and imported, and they obey the same schema. */
export function partOf({ actions = [], indicators = [] }: Wanted): FrameworkDocument {
  const read = readFramework({ format: FRAMEWORK_FORMAT, actions, indicators });
  if (read.document === null) {
    throw new ProblemError(
      ...read.problems.map(({ code, field, params }) =>
        problem(code, field.replace(/^(actions|indicators)\.0\.?/, ''), params),
      ),
    );
  }
  return read.document;
}

/** At the desk the day of a sheet's last update is not typed: it is the day on which something of the indicator changed. */
function dateSheets(
  wanted: FrameworkDocument,
  differences: readonly FrameworkDifference[],
  today = new Date().toISOString().slice(0, 10),
): FrameworkDocument {
  const changed = new Set(
    differences.filter(({ object }) => object === 'INDICATOR').map(({ code }) => code),
  );
  const indicators = wanted.indicators.map((indicator) =>
    changed.has(indicator.code) ? { ...indicator, sheet: dated(indicator, today) } : indicator,
  );
  return { ...wanted, indicators };
}

/** In each language that says anything of the indicator. */
function dated({ name, sheet }: FrameworkIndicator, today: string): FrameworkIndicator['sheet'] {
  const spoken = TEXT_LANGUAGES.filter(
    (lang) => name[lang] !== undefined || sheet[lang] !== undefined,
  );
  return Object.fromEntries(spoken.map((lang) => [lang, { ...sheet[lang], updated: today }]));
}
