import { randomUUID } from 'node:crypto';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { moveTarget, neverScored } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { problem, type Problem } from '../../graphql/problem.type.ts';
import { AuditService } from '../audit/audit.service.ts';
import { type Area, AreaReader } from '../countries/area.reader.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { expectVersion } from '../observations/advance.ts';
import { DeskChange, Refused } from '../observations/desk-change.ts';
import { isId } from '../observations/ids.ts';
import { requiredText } from '../observations/text.ts';
import { planProblems } from './plan-problems.ts';
import { scopeOf, TargetDeskReader } from './target-desk.reader.ts';
import type {
  TargetDesk,
  TargetGrid,
  TargetGridPayload,
  TargetPayload,
} from './target-desk.type.ts';
import { TargetPlanSchema } from './target-plan.entity.ts';
import type { DecideTargetInput, ProposeTargetInput, ProposeTargetsInput } from './target.input.ts';

@Injectable()
export class TargetsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly areas: AreaReader,
    private readonly indicators: IndicatorReader,
    private readonly desk: TargetDeskReader,
    private readonly audit: AuditService,
  ) {}

  async read(actor: Actor, code: string, lang: Language): Promise<TargetDesk> {
    permit(actor, 'READ_TARGETS', { area: code });
    const area = await this.areas.get(this.em, code);
    const rows = await this.desk.rows(this.em, area, lang);
    return { area: code, areaName: pickText(area.names, lang), rows };
  }

  async propose(actor: Actor, input: ProposeTargetInput): Promise<TargetPayload> {
    permit(actor, 'PROPOSE_TARGET', { area: input.area });
    const area = await this.areas.get(this.em, input.area);
    const { problems } = await this.change.run(actor, 'PROPOSE_TARGET', input, (em) =>
      this.append(em, actor, input, area),
    );
    return { row: await this.row(actor, area, input.indicator), problems };
  }

  /** Every area at once: for those who are bound to none. */
  async grid(actor: Actor, indicator: string, lang: Language): Promise<TargetGrid | null> {
    permit(actor, 'READ_TARGETS', {});
    return this.desk.grid(this.em, indicator, lang);
  }

  /** Several areas with one rationale. The trouble of each is told under its place in the list; any stops them all. */
  async proposeAll(actor: Actor, input: ProposeTargetsInput): Promise<TargetGridPayload> {
    permit(actor, 'PROPOSE_TARGET', {});
    const { plans, ...common } = input;
    const areas = await Promise.all(plans.map(({ area }) => this.areas.get(this.em.fork(), area)));
    const { problems } = await this.change.run(actor, 'PROPOSE_TARGET', input, async (em) => {
      if (plans.length === 0) throw new Refused(problem('TARGET_REQUIRED', 'plans'));
      if (new Set(plans.map(({ area }) => area)).size < plans.length) {
        throw new Refused(problem('DUPLICATE_VALUE', 'plans'));
      }
      const trouble: Problem[] = [];
      for (const [index, area] of areas.entries()) {
        const plan = plans[index];
        if (plan === undefined) continue;
        try {
          await this.append(em, actor, Object.assign({}, common, plan), area);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          trouble.push(...error.problems.map((one) => inPlan(one, index, area)));
        }
      }
      if (trouble.length > 0) throw new Refused(...trouble);
      return areas.map(({ code }) => code);
    });
    return { grid: await this.desk.grid(this.em, input.indicator, actor.lang), problems };
  }

  /** A second officer confirms or rejects; what is decided stays decided. */
  async decide(actor: Actor, input: DecideTargetInput): Promise<TargetPayload> {
    const asked = isId(input.plan)
      ? await this.em.fork().findOne(TargetPlanSchema, input.plan)
      : null;
    permit(actor, 'CONFIRM_TARGET', { area: asked?.area });
    if (asked === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'CONFIRM_TARGET', input, async (em) => {
      const plan = await em.findOneOrFail(TargetPlanSchema, input.plan, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      const people = { proposer: plan.proposedBy ?? '', officer: actor.id };
      const next = moveTarget(plan.state, input.decision, people);
      if (!next.ok) throw new Refused(problem(next.problem.code, 'plan', { state: plan.state }));
      plan.state = next.state;
      plan.decidedBy = actor.id;
      plan.decidedAt = new Date();
      await em.flush();
      await this.audit.record(em, actor, 'CONFIRM_TARGET', plan.id, {
        area: plan.area,
        before: { state: 'PROPOSED' },
        after: { state: plan.state, version: plan.version },
      });
      return plan.id;
    });
    const area = await this.areas.get(this.em, asked.area);
    return { row: await this.row(actor, area, asked.indicator), problems };
  }

  private async append(
    em: EntityManager,
    actor: Actor,
    input: ProposeTargetInput,
    area: Area,
  ): Promise<string> {
    const [indicator] = await this.indicators.byCodes(em, [input.indicator]);
    if (indicator?.scope !== scopeOf(area)) throw new Refused(problem('NOT_SCORED', 'indicator'));
    if (neverScored(indicator)) {
      throw new Refused(problem('NEVER_SCORED', 'indicator', { indicator: indicator.code }));
    }
    const rationale = requiredText(input.rationale, 'rationale', 'RATIONALE_REQUIRED');
    const newest = await this.newestPlan(em, input);
    if (newest?.state === 'PROPOSED') {
      throw new Refused(problem('PLAN_PENDING', null, { version: newest.version }));
    }
    expectVersion(newest?.version ?? 0, input.expectedVersion);
    const problems = planProblems(input, indicator);
    if (problems.length > 0) throw new Refused(...problems);

    const plan = em.create(TargetPlanSchema, {
      id: randomUUID(),
      indicator: input.indicator,
      area: input.area,
      version: (newest?.version ?? 0) + 1,
      state: 'PROPOSED',
      baselineYear: input.baselineYear ?? null,
      baselineValue: input.baselineValue ?? null,
      path: input.path,
      points: input.points.map(({ year, value }) => ({ year, value })),
      tolerance: input.tolerance ?? '0',
      reference: false,
      rationale: { [input.rationaleLang]: rationale },
      proposedBy: actor.id,
      decidedBy: null,
      decidedAt: null,
    });
    await em.persist(plan).flush();
    await this.audit.record(em, actor, 'PROPOSE_TARGET', plan.id, {
      area: plan.area,
      after: { indicator: plan.indicator, version: plan.version },
    });
    return plan.id;
  }

  /** Proposals for one indicator queue at its row: the first one has no plan to wait at. */
  private async newestPlan(em: EntityManager, { indicator, area }: ProposeTargetInput) {
    await em.execute(`select 1 from work.indicator where code = ? for no key update`, [indicator]);
    return em.findOne(TargetPlanSchema, { indicator, area }, { orderBy: { version: 'desc' } });
  }

  private async row(actor: Actor, area: Area, indicator: string) {
    const rows = await this.desk.rows(this.em, area, actor.lang);
    return rows.find((row) => row.indicator === indicator) ?? null;
  }
}

/** Trouble of one plan among several. */
function inPlan({ field, params, ...one }: Problem, index: number, { code }: Area): Problem {
  return {
    ...one,
    field: field === null ? `plans.${index}` : `plans.${index}.${field}`,
    params: [...params, { name: 'area', value: code }],
  };
}
