import type { EntityManager } from '@mikro-orm/postgresql';
import { computeRate } from '@qadam/domain';
import type { Indicator } from '../../features/indicators/indicator.entity.ts';
import { db } from '../db.ts';

const SCALE = ['code', 'unit', 'multiplier', 'decimals'] as const;
type Scale = Pick<Indicator, (typeof SCALE)[number]>;

/** Computes the values of seed rows that give numerator and denominator, with the scale of each indicator. */
export class RateScales {
  private constructor(private readonly scaleOf: ReadonlyMap<string, Scale>) {}

  static async read(em: EntityManager): Promise<RateScales> {
    const scales = await db(em).selectFrom('work.indicator').select(SCALE).execute();
    return new RateScales(new Map(scales.map((scale) => [scale.code, scale])));
  }

  compute(indicator: string, numerator: string, denominator: string) {
    const scale = this.scaleOf.get(indicator);
    if (!scale) throw new Error(`The seed names an unknown indicator ${indicator}.`);
    const { multiplier, decimals, unit } = scale;
    const kind = unit === 'PT' ? 'SHARE' : 'RATE';
    const { value, missingReason, problems } = computeRate({
      numerator,
      denominator,
      multiplier,
      decimals,
      kind,
    });
    if (problems.length > 0)
      throw new Error(
        `The seed's ${indicator} ${numerator}/${denominator}: ${problems.join(', ')}`,
      );
    return { value, missingReason };
  }
}
