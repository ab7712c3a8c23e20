import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSheetKey, PLAIN_FIELD_NAMES } from '@qadam/domain';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorFacts } from './indicator-data.ts';
import styles from './sheet.module.css';

export function Sheet({ indicator }: { indicator: IndicatorFacts }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { stages } = indicator;
  return (
    <>
      <dl className={styles.sheet}>
        <Row name={t('indicator.sheet.definition')}>
          <LocalText of={indicator.definition} />
        </Row>
        <Row name={t('indicator.sheet.unit')}>
          <LocalText of={indicator.unitText} />
        </Row>
        <Row name={t('indicator.sheet.direction')}>
          {t(`indicator.direction.${indicator.direction}`)}
        </Row>
        <Row name={t('indicator.sheet.valueType')}>
          {t(`indicator.valueType.${indicator.valueType}`)}
        </Row>
        {indicator.sheet.map(({ key, text }) => (
          <Row key={key} name={isSheetKey(key) ? t(`indicator.sheet.${key}`) : key}>
            {key === 'updated' ? date(text.text) : <LocalText of={text} />}
          </Row>
        ))}
        {PLAIN_FIELD_NAMES.map(
          (name) =>
            indicator[name] !== null && (
              <Row key={name} name={t(`indicator.sheet.${name}`)}>
                {indicator[name]}
              </Row>
            ),
        )}
        {indicator.sensitive && (
          <Row name={t('indicator.sheet.sensitive')}>{t('indicator.sensitive')}</Row>
        )}
      </dl>
      {stages !== null && indicator.kind === 'MILESTONE' && (
        <>
          <h3>{t('indicator.stages')}</h3>
          <ol start={0} className={styles.stages}>
            {stages.map((stage) => (
              <li key={stage.text}>
                <LocalText of={stage} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
