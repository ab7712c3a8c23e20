import { expressionBuilder, sql } from 'kysely';
import type { PublicTables } from '../../database/tables.ts';

// What can have changed between the two releases of a pair: of all else nothing is read.

const eb = expressionBuilder<PublicTables>();

/** Columns of the pair that is compared, `p`. */
export const TO = sql.ref<number>('p.release');
export const FROM = sql.ref<number>('p.earlier');

/** Did a row begin, or end, after the earlier release and by the later one? */
export const begun = sql<boolean>`(x.from_release > ${FROM} and x.from_release <= ${TO})`;
export const ended = sql<boolean>`(x.until_release > ${FROM} and x.until_release <= ${TO})`;

/** Indicators and areas with another assessment or plan: of all others nothing can have changed. */
const reassessed = eb
  .selectFrom('publication.assessment as x')
  .select(['x.subject', 'x.area'])
  .where((eb) => eb.or([begun, ended]))
  .union(
    eb
      .selectFrom('publication.target as x')
      .select(['x.indicator as subject', 'x.area'])
      .where((eb) => eb.or([begun, ended])),
  );
export const isReassessed = sql<boolean>`(x.subject, x.area) in ${reassessed}`;

/** Actions of which an assessment, an indicator or the assessment of one is another: of all others nothing can have changed. */
export const moved = eb
  .selectFrom('publication.assessment as x')
  .select('x.subject as action')
  .where('x.kind', '=', 'ACTION')
  .where((eb) => eb.or([begun, ended]))
  .union(
    eb
      .selectFrom('publication.action_indicator as x')
      .select('x.action')
      .where((eb) => eb.or([begun, ended])),
  )
  .union(
    eb
      .selectFrom('publication.action_indicator as l')
      .select('l.action')
      .where('l.role', '=', 'HEADLINE')
      .where('l.indicator', 'in', (eb) =>
        eb
          .selectFrom('publication.assessment as x')
          .select('x.subject')
          .where('x.kind', '=', 'INDICATOR')
          .where((eb) => eb.or([begun, ended]))
          .union(
            eb
              .selectFrom('publication.indicator as x')
              .select('x.code as subject')
              .where((eb) => eb.or([begun, ended])),
          ),
      ),
  );
