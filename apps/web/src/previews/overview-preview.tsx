import { useTranslation } from 'react-i18next';
import { wrapped } from '../charts/wrapped.ts';
import { overviewAnswer, type ScorecardData } from '../features/scorecard/steps.ts';
import { answerText } from '../ui/answer-parts.ts';
import { levelTokens } from '../ui/level-shape.ts';
import { useLevelText } from '../ui/use-level-text.ts';

const [width, titles, row, head] = [1080, 600, 27, 24];

/** The answer, and the table in small: a line for each action, and for each country a field in the colour of its level. */
export function OverviewPreview({ data }: { data: ScorecardData }) {
  const { t } = useTranslation(['public', 'levels']);
  const { t: tl } = useTranslation('levels');
  const text = useLevelText();
  const areas = data.areas.filter(({ code }) => code !== 'CA4');
  const wide = (width - titles) / areas.length;
  return (
    <>
      <h1>{t('overview.title')}</h1>
      <p>{answerText(overviewAnswer(tl, data))}</p>
      <svg viewBox={`0 0 ${width} ${head + data.rows.length * row}`}>
        {areas.map(({ code, name }, i) => (
          <text
            key={code}
            x={titles + wide * (i + 0.5)}
            y={head - 8}
            textAnchor="middle"
            fontSize="16"
            fontWeight="600"
            fill="var(--ink)"
          >
            {name.text}
          </text>
        ))}
        {data.rows.map(({ action, cells }, at) => {
          const y = head + at * row;
          const title = `${action.code} ${action.title.text}`;
          const [line = '', more] = wrapped(title, titles - 30, (words) => words.length * 7.8);
          return (
            <g key={action.code}>
              <text x={0} y={y + 19} fontSize="16" fill="var(--ink)">
                {more === undefined ? line : `${line} …`}
              </text>
              {cells.map(({ area, level }, i) => {
                const colors = levelTokens(level.word);
                const whole = area === 'CA4';
                const span = whole ? wide * areas.length : wide;
                return (
                  <g key={area}>
                    <rect
                      x={titles + wide * i + 2}
                      y={y + 1}
                      width={span - 4}
                      height={row - 3}
                      rx="4"
                      fill={`var(--${colors.ground})`}
                      stroke="var(--line)"
                    />
                    <text
                      x={titles + wide * i + span / 2}
                      y={y + 18}
                      textAnchor="middle"
                      fontSize="14"
                      fontWeight="600"
                      fill={`var(--${colors.ink})`}
                    >
                      {text.percent(level) || text.word(level.word)}
                    </text>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
    </>
  );
}
