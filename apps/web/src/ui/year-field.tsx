import { useTranslation } from 'react-i18next';
import { defaultOption } from './use-form-of.ts';

/** The year of a page: that of the release, or an earlier one back to the first year of any plan. */
export function YearField(props: { year: number; firstYear: number; asOf: number }) {
  const { t } = useTranslation();
  const { year, firstYear, asOf } = props;
  const shown = year === asOf ? '' : String(year);
  return (
    <label>
      {t('filters.year')}
      <select id="year" name="year" ref={defaultOption(shown)} defaultValue={shown}>
        {Array.from({ length: asOf - firstYear + 1 }, (_, i) => asOf - i).map((one) => (
          <option key={one} value={one === asOf ? '' : one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
