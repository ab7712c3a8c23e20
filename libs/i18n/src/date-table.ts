// The forms in which Node's ICU writes dates: browsers have none for kk, ky, tg and uz. dates.spec.ts checks that they are the same.
import type { Language } from './languages.ts';

export interface DateForms {
  pattern: string;
  /** Has the day always two digits? */
  padded: boolean;
  months: string[];
  /** The pattern of a month without a day. */
  monthPattern: string;
  /** The names of months without a day, if they are another form of the word. */
  monthsAlone?: string[];
}

export const dateTable: Record<Language, DateForms> = {
  en: {
    pattern: '{day} {month} {year}',
    padded: false,
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthPattern: '{month} {year}',
  },
  ru: {
    pattern: '{day} {month} {year}\u00a0г.',
    padded: false,
    months: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    monthPattern: '{month} {year}\u00a0г.',
    monthsAlone: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
  },
  kk: {
    pattern: '{year}\u00a0ж. {day} {month}',
    padded: false,
    months: [
      'қаңтар',
      'ақпан',
      'наурыз',
      'сәуір',
      'мамыр',
      'маусым',
      'шілде',
      'тамыз',
      'қыркүйек',
      'қазан',
      'қараша',
      'желтоқсан',
    ],
    monthPattern: '{year}\u00a0ж. {month}',
  },
  ky: {
    pattern: '{year}-ж., {day}-{month}',
    padded: false,
    months: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    monthPattern: '{year}-ж., {month}',
  },
  tg: {
    pattern: '{day} {month} {year}',
    padded: true,
    months: [
      'Январ',
      'Феврал',
      'Март',
      'Апрел',
      'Май',
      'Июн',
      'Июл',
      'Август',
      'Сентябр',
      'Октябр',
      'Ноябр',
      'Декабр',
    ],
    monthPattern: '{month} {year}',
  },
  uz: {
    pattern: '{day}-{month}, {year}',
    padded: false,
    months: [
      'yanvar',
      'fevral',
      'mart',
      'aprel',
      'may',
      'iyun',
      'iyul',
      'avgust',
      'sentabr',
      'oktabr',
      'noyabr',
      'dekabr',
    ],
    monthPattern: '{month}, {year}',
  },
};
