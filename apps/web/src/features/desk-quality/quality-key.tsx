import { useTranslation } from 'react-i18next';
import { classGlyph, markGlyph } from './quality-signs.ts';
import styles from './quality.module.css';

type Class = keyof typeof classGlyph;
type Mark = keyof typeof markGlyph;

/** What the signs in the cells mean; those of the classes where the cells do not say it in words. */
export function QualityKey({ classes }: { classes: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <p className={styles.key}>
      {classes &&
        (Object.keys(classGlyph) as Class[]).map((one) => (
          <span key={one}>
            <b>{classGlyph[one]}</b> {t(`quality.class.${one}`)}
          </span>
        ))}
      {(Object.keys(markGlyph) as Mark[]).map((mark) => (
        <span key={mark}>
          <b>{markGlyph[mark]}</b> {t(`quality.mark.${mark}`)}
        </span>
      ))}
    </p>
  );
}
