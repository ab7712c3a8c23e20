import { isTotalPart, BREAKDOWN_DIMENSIONS, TOTAL, type Part } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import { pickStages } from '../publication/page-parts.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';

type Named = Pick<DeskIndicator, 'name' | 'tableAxes' | 'elements'>;

/** "women, 18–29", "Definition in the Labour Code": the names from the indicator's own table, else a region's name, else the bare codes. */
export function partText(
  { tableAxes, elements }: Pick<Named, 'tableAxes' | 'elements'>,
  part: Part,
  lang: Language,
  regionName: Texts | null = null,
): string {
  return BREAKDOWN_DIMENSIONS.filter((dimension) => part[dimension] !== TOTAL)
    .map((dimension) => {
      const axis = tableAxes.find((one) => one.dimension === dimension);
      const codes = dimension === 'breakdown' ? [...elements, ...(axis?.codes ?? [])] : axis?.codes;
      const known = codes?.find(({ code }) => code === part[dimension]);
      const names = [known?.name ?? null, dimension === 'region' ? regionName : null];
      const texts = names.map((name) => (name === null ? '' : pickText(name, lang).text));
      return texts.find((text) => text !== '') ?? part[dimension];
    })
    .join(', ');
}

/** The name of an observation: its indicator and part. */
export function nameOf(
  indicator: Named,
  part: Part,
  lang: Language,
  regionName: Texts | null = null,
): LocalText {
  const name = pickText(indicator.name, lang);
  if (isTotalPart(part)) return name;
  return { lang: name.lang, text: `${name.text}: ${partText(indicator, part, lang, regionName)}` };
}

/** What a desk shows about an indicator, in one language. */
export function indicatorIn(indicator: DeskIndicator, lang: Language) {
  const { name, definition, unitText, stages, ...facts } = indicator;
  return {
    ...facts,
    name: pickText(name, lang),
    definition: pickText(definition, lang),
    unitText: pickText(unitText, lang),
    stages: pickStages(stages, lang),
  };
}
