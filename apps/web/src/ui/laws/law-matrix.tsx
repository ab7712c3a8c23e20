import { useTranslation } from 'react-i18next';
import { IndicatorName } from '../indicator-name.tsx';
import { LocalText } from '../local-text.tsx';
import type { LocalTextFragment } from '../local-text.generated.ts';
import type { EventFragment, SourceFragment } from '../facts.generated.ts';
import { FactNote } from './fact-note.tsx';
import type { LawFragment } from './law.generated.ts';
import styles from './law-matrix.module.css';
import { LawStage } from './law-stage.tsx';

export interface LawMatrixProps {
  law: LawFragment;
  /** Codes of the columns, in their order; CA4 for what the four have in common. */
  columns: readonly string[];
  areas: readonly { code: string; name: LocalTextFragment }[];
  events: readonly EventFragment[];
  sources: readonly SourceFragment[];
  /** False: leaves out the name of the law above, where the whole page is about it. */
  named?: boolean;
}

/** A law as a matrix: its parts by country, each with its stage, date, provision and the fact that proves it. */
export function LawMatrix(props: LawMatrixProps) {
  const { law, columns, areas, events, sources, named = true } = props;
  const { t } = useTranslation();
  const nameOf = (code: string) => {
    const name = areas.find((area) => area.code === code)?.name;
    return name ? <LocalText of={name} /> : t('scorecard.allFour');
  };
  return (
    <div>
      {named && (
        <h3 className={styles.name}>
          <IndicatorName indicator={law.indicator} />
        </h3>
      )}
      {/* explicit roles: on a phone the layout makes browsers forget that these are rows of a table */}
      <table className={styles.matrix} role="table" data-columns={columns.length}>
        <caption className="visually-hidden">
          <LocalText of={law.indicator.name} />
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('law.part')}
            </th>
            {columns.map((code) => (
              <th scope="col" role="columnheader" key={code}>
                {nameOf(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {law.elements.map((element) => (
            <tr role="row" key={element.code}>
              <th scope="row" role="rowheader">
                <LocalText of={element.name} />
                <small>
                  {element.instrument !== null && (
                    <span lang="en" className={styles.instrument}>
                      {element.instrument}
                    </span>
                  )}
                  {element.origin === 'SEED' && <span>{t('law.seed')}</span>}
                  {!element.counts && <span>{t('law.notCounted')}</span>}
                </small>
              </th>
              {columns.map((code) => {
                const cell = law.cells.find(
                  (one) => one.element === element.code && one.area === code,
                );
                return (
                  <td role="cell" key={code}>
                    <span className={styles.area} aria-hidden="true">
                      {nameOf(code)}
                    </span>
                    {cell ? (
                      <FactNote
                        cell={cell}
                        element={element}
                        area={nameOf(code)}
                        stages={law.indicator.stages}
                        events={events}
                        sources={sources}
                      >
                        <LawStage cell={cell} stages={law.indicator.stages} />
                      </FactNote>
                    ) : (
                      <span className={styles.unknown}>{t('law.notKnown')}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
