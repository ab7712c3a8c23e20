/** The words of the template. Two languages are written; the names inside it come in all six. */
export interface TemplateTexts {
  columns: Record<
    | 'code'
    | 'name'
    | 'unit'
    | 'breakdown'
    | 'lastYear'
    | 'value'
    | 'numerator'
    | 'denominator'
    | 'status'
    | 'source'
    | 'comment',
    string
  >;
  title: string;
  rules: string[];
  marksTitle: string;
  marks: string[];
  due: string;
  total: string;
  dimensions: Record<'sex' | 'urbanisation' | 'region', string>;
  codes: Record<string, string>;
  wrongTitle: string;
  wrongNumber: string;
  wrongStatus: string;
}

const en: TemplateTexts = {
  columns: {
    code: 'Code',
    name: 'Name',
    unit: 'Unit',
    breakdown: 'Breakdown',
    lastYear: 'Last year',
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    status: 'Status',
    source: 'Source',
    comment: 'Comment',
  },
  title: 'Report',
  due: 'Please return this file by',
  rules: [
    'Fill in the yellow cells of the sheet “Data”. Everything else is locked, without a password.',
    'Type numbers only. A decimal comma and a decimal point are both understood.',
    'Do not type units, footnotes, ranges or percent signs; the unit stands in its own column.',
    'Rates are entered as numerator and denominator. The rate itself is computed for you.',
    'Zero means that there were none. An empty cell means that you did not answer.',
    'Where there is no value, choose the reason in the column “Status” and explain it in a comment.',
    'A value that differs from last year by more than half turns orange: please explain it.',
    'Do not merge cells and do not write formulas into yellow cells.',
    'You may sort, filter and rename the file. Rows are recognised by their codes.',
    'Upload the file on the page “Import a file”. Nothing is stored before you have seen what changes.',
  ],
  marksTitle: 'Marks that are understood instead of a number',
  marks: [
    'n/a, … : exists but not shared',
    'x, * or “less than 5”: suppressed',
    'A lone dash is not understood: type 0 or choose a reason.',
  ],
  total: 'total',
  dimensions: { sex: 'sex', urbanisation: 'urbanisation', region: 'region' },
  codes: { F: 'women', M: 'men', U: 'urban', R: 'rural' },
  wrongTitle: 'Is this right?',
  wrongNumber: 'A number is expected here. Marks such as n/a are allowed.',
  wrongStatus: 'Please choose from the list.',
};

const ru: TemplateTexts = {
  columns: {
    code: 'Код',
    name: 'Наименование',
    unit: 'Единица',
    breakdown: 'Разрез',
    lastYear: 'Прошлый год',
    value: 'Значение',
    numerator: 'Числитель',
    denominator: 'Знаменатель',
    status: 'Статус',
    source: 'Источник',
    comment: 'Комментарий',
  },
  title: 'Отчёт',
  due: 'Просим вернуть файл до',
  rules: [
    'Заполните жёлтые ячейки листа «Data». Остальные ячейки защищены, пароля нет.',
    'Вводите только числа. Десятичная запятая и десятичная точка понятны одинаково.',
    'Не вводите единицы измерения, сноски, интервалы и знак процента: единица указана в своём столбце.',
    'Доли вводятся числителем и знаменателем. Сама доля вычисляется автоматически.',
    'Ноль означает, что случаев не было. Пустая ячейка означает, что ответа нет.',
    'Если значения нет, выберите причину в столбце «Статус» и поясните её в комментарии.',
    'Значение, которое отличается от прошлогоднего больше чем наполовину, выделяется оранжевым: поясните его.',
    'Не объединяйте ячейки и не вводите формулы в жёлтые ячейки.',
    'Файл можно сортировать, фильтровать и переименовывать. Строки распознаются по кодам.',
    'Загрузите файл на странице «Импорт файла». До вашего подтверждения ничего не сохраняется.',
  ],
  marksTitle: 'Обозначения, которые принимаются вместо числа',
  marks: [
    'н/д, … : данные есть, но не переданы',
    'x, * или «менее 5»: скрыто',
    'Одиночный прочерк не принимается: введите 0 или выберите причину.',
  ],
  total: 'всего',
  dimensions: { sex: 'пол', urbanisation: 'местность', region: 'регион' },
  codes: { F: 'женщины', M: 'мужчины', U: 'город', R: 'село' },
  wrongTitle: 'Всё верно?',
  wrongNumber: 'Здесь ожидается число. Обозначения вроде н/д допустимы.',
  wrongStatus: 'Выберите значение из списка.',
};

export const templateTexts = (lang: string): TemplateTexts => (lang === 'en' ? en : ru);
/** The language of those words. */
export const wordsOf = (lang: string): 'en' | 'ru' => (lang === 'en' ? 'en' : 'ru');
