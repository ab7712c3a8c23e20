import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  diffFramework,
  type FrameworkAction,
  type FrameworkIndicator,
  type FrameworkRule,
  type FrameworkTexts,
  staleTranslations,
  translatableTexts,
  withTranslation,
} from '@qadam/domain';
import { catalogCompleteness } from '@qadam/i18n';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { FrameworkChange } from '../framework/framework.change.ts';
import { type CurrentFramework, readCurrent } from '../framework/framework.reader.ts';
import { partOf } from '../framework/framework.service.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import type { SaveTranslationInput } from './translation.input.ts';
import type {
  LanguageCount,
  TranslatedObject,
  TranslatedText,
  TranslationPayload,
  Translations,
  TranslationSheet,
} from './translations.type.ts';

const LANGUAGES = Object.values(Language);
type Described = FrameworkAction | FrameworkIndicator | FrameworkRule;

@Injectable()
export class TranslationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly desk: DeskChange,
    private readonly change: FrameworkChange,
  ) {}

  async overview(actor: Actor): Promise<Translations> {
    permit(actor, 'READ_ADMINISTRATION', {});
    const objects = objectsOf(await readCurrent(this.em));
    const stale = await this.stale();
    const catalogs = await catalogCompleteness();
    return {
      objects: [...objects].map(([subject, object]) => summary(subject, object, stale)),
      catalogs: catalogs.map(({ namespace, total, done }) => ({
        namespace,
        total,
        languages: LANGUAGES.map((lang) => ({ lang, done: done[lang], stale: 0 })),
      })),
    };
  }

  async sheet(actor: Actor, subject: string): Promise<TranslationSheet | null> {
    permit(actor, 'READ_ADMINISTRATION', {});
    const current = await readCurrent(this.em);
    const object = objectsOf(current).get(subject);
    if (object === undefined) return null;
    const texts = textsOf(subject, object, await this.stale());
    return { subject, version: current.versions.get(subject) ?? 0, texts };
  }

  /** Saves a translation with the same checks and storage as the framework editor; only the right and the audit operation differ. */
  async save(actor: Actor, input: SaveTranslationInput): Promise<TranslationPayload> {
    permit(actor, 'TRANSLATE', {});
    const { subject, path, lang, expectedVersion } = input;
    const { problems } = await this.desk.run(actor, 'TRANSLATE', input, async (em) => {
      const current = await this.change.lock(em);
      const object = objectsOf(current).get(subject);
      if (object === undefined) throw refused('UNKNOWN_TEXT', 'subject');
      const versions = { found: current.versions.get(subject) ?? 0, expected: expectedVersion };
      expectVersion(versions, [subject]);
      if (lang === Language.en) throw refused('SOURCE_LANGUAGE', 'lang');
      const changed = withTranslation(object, path, lang, input.text.trim());
      if (changed === null) throw refused('UNKNOWN_TEXT', 'path');
      const wanted = partOf(partWith(changed));
      const change = { wanted, reason: null };
      await this.change.judge(em, current, change);
      const differences = diffFramework(current.document, wanted);
      await this.change.write(em, actor, change, differences, 'TRANSLATE');
      if (differences.length === 0) {
        const after = { confirmed: `${path} ${lang}` };
        await recordEvent(em, actor, 'TRANSLATE', subject, { after });
      }
      return subject;
    });
    return { sheet: await this.sheet(actor, subject), problems };
  }

  /** The stale translations, computed from the audit chain, which has every change of a text, so that nothing is stored twice. */
  private async stale(): Promise<Set<string>> {
    const changes = await db(this.em)
      .selectFrom('work.audit_event')
      .select(['subject', 'before', 'after'])
      .where('operation', 'in', ['EDIT_FRAMEWORK', 'TRANSLATE'])
      .orderBy('number')
      .execute();
    return staleTranslations(changes);
  }
}

const partWith = (object: Described): Parameters<typeof partOf>[0] =>
  'title' in object
    ? { actions: [object] }
    : 'name' in object
      ? { indicators: [object] }
      : { rules: [object] };

const nameOf = (object: Described): FrameworkTexts =>
  'title' in object ? object.title : 'name' in object ? object.name : object.message;

function objectsOf({ document }: CurrentFramework): Map<string, Described> {
  return new Map<string, Described>([
    ...document.actions.map((one) => [`ACTION ${one.code}`, one] as const),
    ...document.indicators.map((one) => [`INDICATOR ${one.code}`, one] as const),
    ...document.rules.map((one) => [`RULE ${one.code}`, one] as const),
  ]);
}

function textsOf(subject: string, object: Described, stale: Set<string>): TranslatedText[] {
  return translatableTexts(object).map(({ path, texts }) => ({
    path,
    texts: LANGUAGES.flatMap((lang) => {
      const text = texts[lang];
      if (text === undefined || text.trim() === '') return [];
      return [{ lang, text, stale: stale.has(`${subject} ${path} ${lang}`) }];
    }),
  }));
}

function summary(subject: string, object: Described, stale: Set<string>): TranslatedObject {
  const texts = textsOf(subject, object, stale);
  const languages = LANGUAGES.map((lang): LanguageCount => {
    const own = texts.flatMap((text) => text.texts.filter((one) => one.lang === lang));
    return { lang, done: own.length, stale: own.filter((one) => one.stale).length };
  });
  return { subject, name: nameOf(object).en ?? '', total: texts.length, languages };
}
