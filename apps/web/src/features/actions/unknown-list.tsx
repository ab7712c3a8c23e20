import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import styles from './unknown-list.module.css';
import type { LocalTextFragment } from '../../ui/local-text.generated.ts';
import { type ActionPageData, isKnown } from './narrow.ts';

export interface Unknown {
  /** A part of a law, or a headline number. */
  name: LocalTextFragment;
  areas: string[];
}
interface UnknownOf {
  indicator: ActionPageData['indicators'][number]['indicator'];
  provider: LocalTextFragment | null;
  missing: Unknown[];
}

/** What is missing to know the level: elements without a stage and headline numbers without a value, with the body that could report them. */
export function unknownsOf(data: ActionPageData): UnknownOf[] {
  const shown = data.cells.map(({ area }) => area);
  const laws = data.laws.map(({ indicator, provider, elements, cells }) => ({
    indicator,
    provider,
    missing: elements
      .filter(({ counts }) => counts)
      .map(({ code, name }) => ({
        name,
        areas: shown.filter(
          (area) =>
            (cells.find((cell) => cell.element === code && cell.area === area)?.stage ?? null) ===
            null,
        ),
      })),
  }));
  const numbers = data.indicators
    .filter(({ role }) => role === 'HEADLINE')
    .map(({ indicator, provider, series }) => ({
      indicator,
      provider,
      missing: [
        {
          name: indicator.name,
          areas: series.filter((one) => !isKnown(one)).map(({ cell }) => cell.area),
        },
      ],
    }));
  return [...laws, ...numbers]
    .map((one) => ({ ...one, missing: one.missing.filter(({ areas }) => areas.length > 0) }))
    .filter(({ missing }) => missing.length > 0);
}

/** How many cells of the matrix are empty and how many numbers are not reported, together. */
export const countUnknown = (unknowns: readonly UnknownOf[]): number =>
  unknowns.flatMap(({ missing }) => missing.flatMap(({ areas }) => areas)).length;

/** What is not known yet, by indicator, with the body that could report it. */
export function UnknownList(props: {
  unknowns: readonly UnknownOf[];
  nameOf: (area: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {props.unknowns.map(({ indicator, provider, missing }) => (
        <li key={indicator.code}>
          <h3>
            <IndicatorName indicator={indicator} />
          </h3>
          <ul className={styles.parts}>
            {missing.map(({ name, areas }) => (
              <li key={name.text}>
                {name.text !== indicator.name.text && (
                  <>
                    <LocalText of={name} />:{' '}
                  </>
                )}
                <span className="note">{areas.map(props.nameOf).join(', ')}</span>
              </li>
            ))}
          </ul>
          {provider && (
            <p className="note">
              {t('action.could')} <LocalText of={provider} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
