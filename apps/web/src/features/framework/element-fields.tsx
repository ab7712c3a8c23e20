import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { CheckField, Fields, SelectField, TextField } from './fields.tsx';
import styles from './framework.module.css';
import type { ElementDraft } from './indicator-draft.ts';

/** What a law is to say, part by part. A part of which a fact tells keeps its code; other ones may go, for a reason. */
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
  const add = () => {
    const shape = { instrument: null, origin: 'DEFINITION', counts: true, inUse: false } as const;
    onChange([...elements, { code: `${law}-`, name: {}, definition: {}, ...shape }]);
  };
  const move = (from: number, to: number) => {
    const moved = elements[from];
    if (moved) onChange(elements.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <section className={desk.stack}>
      <h2>{t('desk:framework.elements')}</h2>
      <p className={desk.soft}>{t('desk:framework.elementsText')}</p>
      {elements.map((element, index) => {
        const { code, inUse } = element;
        const change = (patch: Partial<ElementDraft>) =>
          onChange(elements.with(index, { ...element, ...patch }));
        const button = (label: string, act: () => void) => (
          <button type="button" className={desk.linklike} onClick={act}>
            {label}
          </button>
        );
        return (
          <Fields key={index} legend={t('desk:framework.element', { code })}>
            {inUse && !disabled && (
              <p className={`${desk.soft} ${styles.wide}`}>{t('desk:framework.elementInUse')}</p>
            )}
            <TextField
              label={t('desk:framework.id')}
              disabled={disabled || inUse}
              value={code}
              onChange={(next) => change({ code: next.trim() })}
            />
            <SelectField
              label={t('desk:framework.origin')}
              disabled={disabled}
              value={element.origin}
              onChange={(origin) => change({ origin })}
              options={t('desk:framework.origins', { returnObjects: true })}
            />
            <TextField
              label={t('desk:framework.instrument')}
              disabled={disabled}
              value={element.instrument ?? ''}
              onChange={(instrument) => change({ instrument })}
            />
            <CheckField
              label={t('desk:framework.counts')}
              disabled={disabled}
              value={element.counts}
              onChange={(counts) => change({ counts })}
            />
            <div className={styles.wide}>
              <TextField
                label={`${t('desk:framework.name')} (${lang})`}
                lang={lang}
                disabled={disabled}
                value={element.name[lang] ?? ''}
                onChange={(text) => change({ name: { ...element.name, [lang]: text } })}
              />
            </div>
            <div className={styles.wide}>
              <TextField
                label={`${t('public:indicator.sheet.definition')} (${lang})`}
                lang={lang}
                rows={3}
                disabled={disabled}
                value={element.definition[lang] ?? ''}
                onChange={(text) => change({ definition: { ...element.definition, [lang]: text } })}
              />
            </div>
            {!disabled && (
              <div className={`${desk.row} ${styles.wide}`}>
                {index > 0 &&
                  button(t('desk:framework.up', { what: code }), () => move(index, index - 1))}
                {index < elements.length - 1 &&
                  button(t('desk:framework.down', { what: code }), () => move(index, index + 1))}
                {!inUse &&
                  button(t('desk:framework.remove', { what: code }), () =>
                    onChange(elements.toSpliced(index, 1)),
                  )}
              </div>
            )}
          </Fields>
        );
      })}
      {!disabled && (
        <>
          <div>
            <button type="button" className={desk.quiet} onClick={add}>
              {t('desk:framework.addElement')}
            </button>
          </div>
          <TextField
            label={t('desk:framework.elementsReason')}
            hint={t('desk:framework.reasonHint')}
            value={reason}
            onChange={onReason}
          />
        </>
      )}
    </section>
  );
}
