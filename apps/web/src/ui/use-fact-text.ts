import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FactFragment } from './level.generated.ts';
import { useFormat, type Format } from './use-format.ts';

/** From this stage on a law is in force. */
const IN_FORCE = 4;

/** A fact in one line: "In force: 2 of 4 parts", "Adopted and in force since 2021 (press)", "Crisis centres: 74 (2024)". */
export function factText(
  t: TFunction<'levels'>,
  format: Format,
  fact: FactFragment | null,
): string {
  if (fact === null) return t('fact.none');
  const { value, stage, stageName, since, inForce, parts } = fact;
  const press = fact.basis === 'MEDIA';
  if (value !== null)
    return t('fact.number', {
      name: fact.name.text,
      value:
        fact.unit === 'PT'
          ? format.percent(value, fact.decimals ?? 0)
          : format.number(value, fact.decimals ?? 0),
      year: fact.year,
    });
  if (parts !== null && parts > 1 && inForce !== null && inForce > 0)
    return t(press ? 'fact.partsPress' : 'fact.parts', { inForce, parts });
  const year = since?.slice(0, 4) ?? fact.year;
  if (stage === null) return year === null ? t('fact.none') : t('fact.lost', { year });
  const words = { stage: stageName?.text ?? String(stage), year };
  if (stage >= IN_FORCE) return t(press ? 'fact.sincePress' : 'fact.since', words);
  return t(press ? 'fact.datedPress' : 'fact.dated', words);
}

/** A hook so that a component asks once and tells many facts. */
export function useFactText(): (fact: FactFragment | null) => string {
  const { t } = useTranslation('levels');
  const format = useFormat();
  return (fact) => factText(t, format, fact);
}
