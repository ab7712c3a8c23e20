import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { moveTarget, neverScored } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent, recordEvents } from '../audit/chain.ts';
import { type Area, AreaReader } from '../countries/area.reader.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { isId } from '../../database/ids.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { LOCKED } from '../observations/observation.store.ts';
import { planProblems } from './plan-problems.ts';
import { scopeOf, TargetDeskReader } from './target-desk.reader.ts';
import { TargetPlan } from './target-plan.entity.ts';
import type {
  DecideTargetInput,
  ProposeTargetInput,
  ProposeTargetsInput,
  TargetDesk,
  TargetGrid,
  TargetGridPayload,
  TargetPayload,
} from './targets.type.ts';

@Injectable()
export class TargetsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly indicators: IndicatorReader,
    private readonly desk: TargetDeskReader,
  ) {}

  async targetDesk(actor: Actor, code: string, lang: Language): Promise<TargetDesk> {
    permit(actor, 'READ_TARGETS', { area: code });
    const area = await this.areas.get(this.em, code);
    const rows = await this.desk.rows(this.em, area, lang);
    return { area: code, areaName: pickText(area.names, lang), rows };
  }

  async proposeTarget(actor: Actor, input: ProposeTargetInput): Promise<TargetPayload> {
    permit(actor, 'PROPOSE_TARGET', { area: input.area });
    const area = await this.areas.get(this.em, input.area);
    const { problems } = await this.change.run(actor, 'PROPOSE_TARGET', input, async (em) => {
      const ground = await this.ground(em, input.indicator, [area]);
      const plan = draft(em, actor, input, area, ground);
      await this.store(em, actor, [plan]);
      return plan.id;
    });
    return { row: await this.row(actor, area, input.indicator), problems };
  }

  /** The targets of one indicator in all areas, or in those an officer is limited to. */
  async targetGrid(actor: Actor, indicator: string, lang: Language): Promise<TargetGrid | null> {
    const areas = permitAreas(actor, 'READ_TARGETS');
    return this.desk.grid(this.em, indicator, lang, areas);
  }

  /** Proposes targets for several areas with one rationale. The problems of each name its position in the list; any problem stops them all. */
  async proposeTargets(actor: Actor, input: ProposeTargetsInput): Promise<TargetGridPayload> {
    const reach = permitAreas(actor, 'PROPOSE_TARGET');
    const { plans, ...common } = input;
    for (const { area } of plans) permit(actor, 'PROPOSE_TARGET', { area });
    const { problems } = await this.change.run(actor, 'PROPOSE_TARGET', input, async (em) => {
      const codes = plans.map(({ area }) => area);
      if (codes.length === 0) throw refused('TARGET_REQUIRED', 'plans');
      if (new Set(codes).size < codes.length) throw refused('DUPLICATE_VALUE', 'plans');
      const areas = await this.areas.all(em, codes);
      const ground = await this.ground(em, input.indicator, areas);
      const invalid: Problem[] = [];
      const drafts = areas.flatMap((area, index) => {
        try {
          return draft(em, actor, Object.assign({}, common, plans[index]), area, ground);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          invalid.push(...error.problems.map((one) => inPlan(one, index, area)));
          return [];
        }
      });
      if (invalid.length > 0) throw new ProblemError(...invalid);
      await this.store(em, actor, drafts);
      return codes;
    });
    return { grid: await this.desk.grid(this.em, input.indicator, actor.lang, reach), problems };
  }

  /** A second officer confirms or rejects a plan, or the first withdraws it; the decision is final. */
  async decideTarget(actor: Actor, input: DecideTargetInput): Promise<TargetPayload> {
    const { plan: id, decision } = input;
    const asked = isId(id) ? await this.em.fork().findOne(TargetPlan, id) : null;
    permit(actor, 'CONFIRM_TARGET', { area: asked?.area });
    if (asked === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'CONFIRM_TARGET', input, async (em) => {
      const plan = await em.findOneOrFail(TargetPlan, id, LOCKED);
      const { state, area, version } = plan;
      const people = { proposer: plan.proposedBy ?? '', officer: actor.id };
      const next = moveTarget(state, decision, people);
      if (!next.ok) throw new EditConflict(problem(next.problem.code, 'plan', { state }), id);
      em.assign(plan, { state: next.state, decidedBy: actor.id, decidedAt: new Date() });
      await em.flush();
      await recordEvent(em, actor, 'CONFIRM_TARGET', id, {
        area,
        before: { state },
        after: { state: next.state, version },
      });
      return id;
    });
    const area = await this.areas.get(this.em, asked.area);
    return { row: await this.row(actor, area, asked.indicator), problems };
  }

  /** What proposals are checked against. Locks the indicator, so that its proposals wait for each other: at first there is no plan to lock. */
  private async ground(em: EntityManager, code: string, areas: readonly Area[]): Promise<Ground> {
    await db(em)
      .selectFrom('work.indicator')
      .select('code')
      .where('code', '=', code)
      .forNoKeyUpdate()
      .execute();
    const [indicator] = await this.indicators.byCodes(em, [code]);
    const plans = await em.find(
      TargetPlan,
      { indicator: code, area: { $in: areas.map((area) => area.code) } },
      { orderBy: { version: 'asc' } },
    );
    return { indicator, newest: new Map(plans.map((plan) => [plan.area, plan])) };
  }

  private async store(em: EntityManager, actor: Actor, plans: TargetPlan[]): Promise<void> {
    await em.persist(plans).flush();
    const events = plans.map(({ id: subject, area, indicator, version }) => ({
      subject,
      area,
      after: { indicator, version },
    }));
    await recordEvents(em, actor, 'PROPOSE_TARGET', events);
  }

  private async row(actor: Actor, area: Area, indicator: string) {
    const rows = await this.desk.rows(this.em, area, actor.lang);
    return rows.find((row) => row.indicator === indicator) ?? null;
  }
}

interface Ground {
  indicator: DeskIndicator | undefined;
  /** The newest plan of each area. */
  newest: ReadonlyMap<string, TargetPlan>;
}

/** The next version of a plan; throws if it could not be followed or judged. */
function draft(
  em: EntityManager,
  actor: Actor,
  input: ProposeTargetInput,
  area: Area,
  { indicator, newest }: Ground,
): TargetPlan {
  if (indicator?.scope !== scopeOf(area)) throw refused('NOT_SCORED', 'indicator');
  if (neverScored(indicator))
    throw refused('NEVER_SCORED', 'indicator', { indicator: indicator.code });
  const rationale = requiredText(input.rationale, 'rationale', 'RATIONALE_REQUIRED');
  const last = newest.get(area.code);
  const { state, version } = last ?? { state: null, version: 0 };
  const subjects = last === undefined ? [] : [last.id];
  if (state === 'PROPOSED')
    throw new EditConflict(problem('PLAN_PENDING', null, { version }), ...subjects);
  expectVersion({ found: version, expected: input.expectedVersion }, subjects);
  const problems = planProblems(input, indicator);
  if (problems.length > 0) throw new ProblemError(...problems);
  const { baselineYear = null, baselineValue = null, path, points, tolerance } = input;
  return em.create(TargetPlan, {
    ...{ id: randomUUID(), indicator: input.indicator, area: input.area, version: version + 1 },
    ...{ baselineYear, baselineValue, path, tolerance: tolerance ?? '0' },
    points: points.map(({ year, value }) => ({ year, value })),
    rationale: { [input.rationaleLang]: rationale },
    reference: false,
    state: 'PROPOSED',
    proposedBy: actor.id,
  });
}

/** A problem of one plan among several, with its position and area. */
function inPlan({ field, params, ...one }: Problem, index: number, { code }: Area): Problem {
  return {
    ...one,
    field: field === null ? `plans.${index}` : `plans.${index}.${field}`,
    params: [...params, { name: 'area', value: code }],
  };
}
