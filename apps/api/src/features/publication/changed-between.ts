import { expressionBuilder, sql } from 'kysely';
import type { PublicTables } from '../../database/tables.ts';

// Finds what can have changed between the two releases of a pair, so that nothing else is read.

const eb = expressionBuilder<PublicTables>();

/** Columns of `p`, the pair of releases that is compared. */
export const TO = sql.ref<number>('p.release');
export const FROM = sql.ref<number>('p.earlier');

/** Did a row begin, or end, after the earlier release and by the later one? */
export const begun = sql<boolean>`(x.from_release > ${FROM} and x.from_release <= ${TO})`;
export const ended = sql<boolean>`(x.until_release > ${FROM} and x.until_release <= ${TO})`;

/** Indicators and actions by area whose assessment or plan differs: in all others nothing can have changed. */
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

/** Actions whose assessment or indicators differ, or with a headline indicator that differs or is assessed differently: no other can have changed. */
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
