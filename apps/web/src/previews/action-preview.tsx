import type { ActionPageData } from '../features/actions/narrow.ts';
import { scorecardDrawing } from '../features/scorecard/scorecard-picture.ts';
import { useFactText } from '../ui/use-fact-text.ts';
import { useLevelText } from '../ui/use-level-text.ts';

const widths = { titleWidth: 0, cellWidth: 255 };

/** How far an action is in each country, as in the table of the overview. The meeting's words come above it. */
export function ActionPreview({ data }: { data: ActionPageData }) {
  const text = useLevelText();
  const factText = useFactText();
  const { action, cells } = data;
  const areas = data.areas.filter(
    ({ code }) => action.scope === 'REGION' || cells.some(({ area }) => area === code),
  );
  const countries = areas.filter(({ code }) => code !== 'CA4');
  const row = { action, cells };
  const { width, height, parts } = scorecardDrawing(text, factText, [row], countries, widths);
  return (
    <>
      {action.quote !== null && <p>{action.quote.text}</p>}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        dangerouslySetInnerHTML={{ __html: parts.join('') }}
      />
    </>
  );
}
