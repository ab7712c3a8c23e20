import type { FormCellFragment } from './form-cell.generated.ts';

/** Texts come in the language the page was opened in; a save answers in another. */
export function fresh(known: FormCellFragment, next: FormCellFragment): FormCellFragment {
  const { name, indicatorName, definition, unitText, stages } = known;
  return { ...next, name, indicatorName, definition, unitText, stages };
}
