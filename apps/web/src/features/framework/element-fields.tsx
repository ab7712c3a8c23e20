import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { TextField } from '../../desk/text-field.tsx';
import { BoundSelect, BoundText, CheckField } from './fields.tsx';
import styles from './framework.module.css';
import type { ElementDraft } from './indicator-draft.ts';
import { Parts } from './parts.tsx';

/** The elements of a law. An element with facts keeps its code; others can be removed, with a reason. */
export function ElementFields(props: {
  law: string;
  elements: ElementDraft[];
  lang: Language;
  disabled: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onChange: (elements: ElementDraft[]) => void;
}) {
  const { law, elements, lang, disabled, reason, onReason, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const blank = (): ElementDraft => ({
    ...{ code: `${law}-`, name: {}, definition: {} },
    ...{ instrument: null, origin: 'DEFINITION', counts: true, inUse: false },
  });
  return (
    <section className={desk.stack}>
      <h2>{t('desk:framework.elements')}</h2>
      <p className={desk.soft}>{t('desk:framework.elementsText')}</p>
      <Parts
        field="elements"
        parts={elements}
        nameOf={({ code }) => code}
        legendOf={(code) => t('desk:framework.element', { code })}
        add={{ label: t('desk:framework.addElement'), part: blank }}
        isOrdered
        stays={({ inUse }) => inUse}
        disabled={disabled}
        onChange={onChange}
      >
        {({ inUse }, bound) => (
          <>
            {inUse && !disabled && (
              <p className={`${desk.soft} ${styles.wide}`}>{t('desk:framework.elementInUse')}</p>
            )}
            <BoundText
              label={t('desk:framework.id')}
              {...bound.text('code')}
              disabled={disabled || inUse}
              onChange={(next) => bound.text('code').onChange(next.trim())}
            />
            <BoundSelect
              label={t('desk:framework.origin')}
              options={t('desk:framework.origins', { returnObjects: true })}
              {...bound.is('origin')}
            />
            <BoundText label={t('desk:framework.instrument')} {...bound.text('instrument')} />
            <CheckField label={t('desk:framework.counts')} {...bound.is('counts')} />
            <div className={styles.wide}>
              <BoundText
                label={`${t('desk:framework.name')} (${lang})`}
                {...bound.texts('name', lang)}
              />
            </div>
            <div className={styles.wide}>
              <BoundText
                label={`${t('public:indicator.sheet.definition')} (${lang})`}
                rows={3}
                {...bound.texts('definition', lang)}
              />
            </div>
          </>
        )}
      </Parts>
      {!disabled && (
        <TextField
          label={t('desk:framework.elementsReason')}
          hint={t('desk:framework.reasonHint')}
          value={reason}
          onChange={onReason}
        />
      )}
    </section>
  );
}
