import { IN_FORCE } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { figureText } from './figure-text.ts';
import type { FactFragment } from './level.generated.ts';
import { useFormat } from './use-format.ts';

/** A fact in one line: "In force: 2 of 4 parts", "Adopted and in force since 2021 (press)", "Crisis centres: 74 (2024)". */
export function useFactText(): (fact: FactFragment | null) => string {
  const { t } = useTranslation('levels');
  const { t: words } = useTranslation();
  const format = useFormat();
  return (fact) => {
    if (fact === null) return t('fact.none');
    const { name, value, unit, stage, stageName, since, inForce, parts } = fact;
    const press = fact.basis === 'MEDIA';
    if (value !== null) {
      const kind = unit === 'BOOL' ? 'BINARY' : 'NUMERIC';
      const of = { kind, unit: unit ?? '', decimals: fact.decimals ?? 0 } as const;
      return t('fact.number', {
        name: name.text,
        value: figureText(words, format, of, value),
        year: fact.year,
      });
    }
    if (parts !== null && parts > 1 && inForce !== null && inForce > 0)
      return t(press ? 'fact.partsPress' : 'fact.parts', { inForce, parts });
    const year = since?.slice(0, 4) ?? fact.year;
    if (stage === null) return year === null ? t('fact.none') : t('fact.lost', { year });
    const of = { stage: stageName?.text ?? String(stage), year };
    if (stage >= IN_FORCE) return t(press ? 'fact.sincePress' : 'fact.since', of);
    return t(press ? 'fact.datedPress' : 'fact.dated', of);
  };
}
