import type { ActionPageData } from '../features/actions/narrow.ts';
import { scorecardDrawing, titleWidth } from '../features/scorecard/scorecard-picture.ts';
import { useFactText } from '../ui/use-fact-text.ts';
import { useLevelText } from '../ui/use-level-text.ts';

const cellWidth = 255;

/** How far an action is in each country, as in the table of the overview. The meeting's words come above it. */
export function ActionPreview({ data }: { data: ActionPageData }) {
  const text = useLevelText();
  const factText = useFactText();
  const { action, cells } = data;
  const areas = data.areas.filter(
    ({ code }) => action.scope === 'REGION' || cells.some(({ area }) => area === code),
  );
  const countries = areas.filter(({ code }) => code !== 'CA4');
  const row = { action: { ...action, title: { ...action.title, text: '' } }, cells };
  const { width, height, parts } = scorecardDrawing(text, factText, [row], countries, cellWidth);
  return (
    <>
      {action.quote !== null && <p>{action.quote.text}</p>}
      <svg
        viewBox={`0 0 ${width - titleWidth} ${height}`}
        dangerouslySetInnerHTML={{ __html: shifted(parts.join('')) }}
      />
    </>
  );
}

/**
 * The table moved left over its column of titles, as the picture has a title. Each position is changed, as
 * plain-drawing.ts ignores transforms around letters.
 */
const shifted = (svg: string): string =>
  svg
    .replace(/ x="(-?[\d.]+)"/g, (_, x: string) => ` x="${Number(x) - titleWidth}"`)
    .replace(/translate\((-?[\d.]+) /g, (_, x: string) => `translate(${Number(x) - titleWidth} `)
    .replace(
      /d="M([\d.]+) ([\d.]+)H([\d.]+)"/g,
      (_, from: string, y: string, to: string) =>
        `d="M${Number(from) - titleWidth} ${y}H${Number(to) - titleWidth}"`,
    );
