import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkRules, decimalText, type FrameworkRule, judgeRule, namedIn } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { everyText, pickText } from '../../graphql/local-text.type.ts';
import { problem, ProblemError } from '../../graphql/problem.ts';
import { inLanguages, ruleOf } from '../framework/framework-input.ts';
import { type CurrentFramework, readCurrent } from '../framework/framework.reader.ts';
import { FrameworkService, partOf } from '../framework/framework.service.ts';
import type {
  SaveValidationRuleInput,
  TryValidationRuleInput,
} from '../framework/validation-rule.input.ts';
import type {
  BrokenPlace,
  TriedRule,
  ValidationRule,
  ValidationRulePayload,
} from '../framework/validation-rule.type.ts';
import { figuresOf } from './rules.reader.ts';

/** The rules that officers keep in the framework, and a trial of a rule on the stored values. */
@Injectable()
export class ValidationRulesService {
  constructor(
    private readonly em: EntityManager,
    private readonly framework: FrameworkService,
  ) {}

  async list(actor: Actor): Promise<ValidationRule[]> {
    permit(actor, 'READ_FRAMEWORK', {});
    const current = await readCurrent(this.em);
    return current.document.rules.map((rule) => toRule(current, rule));
  }

  async save(actor: Actor, input: SaveValidationRuleInput): Promise<ValidationRulePayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { message } = inLanguages(input, 'message');
    const rule = { ...ruleOf(input), severity: input.severity, message, active: input.active };
    const { problems } = await this.framework.save(actor, input, `RULE ${input.code}`, {
      rules: [rule],
    });
    const current = await readCurrent(this.em);
    const saved = current.document.rules.find(({ code }) => code === input.code);
    return { rule: saved ? toRule(current, saved) : null, problems };
  }

  /** Tries a rule on the areas that the officer works for. Nothing is stored. */
  async try(actor: Actor, input: TryValidationRuleInput, lang: Language): Promise<TriedRule> {
    permit(actor, 'READ_FRAMEWORK', {});
    const areas = permitAreas(actor, 'READ_WORK');
    const unsaid = { severity: 'WARN', message: { en: '-', ru: '-' }, active: false } as const;
    try {
      const [rule] = partOf({ rules: [{ ...ruleOf(input), ...unsaid }] }).rules;
      if (rule === undefined) return NOTHING;
      const { indicators } = (await readCurrent(this.em)).document;
      const problems = checkRules([rule], new Map(indicators.map((one) => [one.code, one])));
      if (problems.length > 0)
        throw new ProblemError(
          ...problems.map(({ code, field, params }) =>
            problem(code, field.replace('rules.0.', ''), params),
          ),
        );
      return { ...(await this.judge(rule, areas, lang)), problems: [] };
    } catch (error) {
      if (error instanceof ProblemError) return { ...NOTHING, problems: error.problems };
      throw error;
    }
  }

  private async judge(
    rule: FrameworkRule,
    areas: readonly string[] | null,
    lang: Language,
  ): Promise<Omit<TriedRule, 'problems'>> {
    const rows = await figuresOf(this.em, namedIn(rule), { areas, years: null });
    const names = await db(this.em).selectFrom('work.area').select(['code', 'names']).execute();
    const nameOf = new Map(names.map(({ code, names }) => [code, pickText(names, lang)]));
    const places = [...Map.groupBy(rows, ({ area, year }) => `${area} ${String(year)}`).values()];
    const judged = places.flatMap((place) => {
      const [first] = place;
      if (first === undefined) return [];
      const known = new Map(place.map((row) => [row.indicator, row]));
      return [{ first, ...judgeRule(rule, (code) => known.get(code)) }];
    });
    const broken = judged
      .filter(({ result }) => result === 'ERROR')
      .map(({ first, left, right }): BrokenPlace => {
        const { area, year, id } = first;
        return {
          ...{ area, year, observation: id },
          areaName: nameOf.get(area) ?? { lang, text: area },
          left: decimalText(left ?? 0),
          right: decimalText(right ?? 0),
        };
      })
      .toSorted((a, b) => b.year - a.year || (a.area < b.area ? -1 : 1));
    const skipped = judged.filter(({ result }) => result === 'SKIP').length;
    return { judged: judged.length - skipped, skipped, broken };
  }
}

const NOTHING = { judged: 0, skipped: 0, broken: [], problems: [] } satisfies TriedRule;

const toRule = ({ versions }: CurrentFramework, rule: FrameworkRule): ValidationRule => ({
  ...rule,
  message: everyText(rule.message),
  version: versions.get(`RULE ${rule.code}`) ?? 0,
});
