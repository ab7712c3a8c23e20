import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartFacts, ChartFile } from './chart-facts.ts';
import styles from './chart-bar.module.css';

/** Downloads a file that was made in the browser. */
function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // later, because the download starts only after the click has been handled
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The downloads of a chart: the numbers shown, all released values, and a picture with title, source and address in it. */
export function DownloadList(props: {
  facts: ChartFacts;
  csv: () => string;
  files: readonly ChartFile[];
  picture: (kind: 'png' | 'svg') => Promise<Blob>;
}) {
  const { t } = useTranslation();
  const [sentence, setSentence] = useState('');
  const { facts } = props;
  const table = () => new Blob([props.csv()], { type: 'text/csv;charset=utf-8' });
  const picture = (kind: 'png' | 'svg') => {
    setSentence(t('chart.drawing'));
    void props.picture(kind).then(
      (blob) => {
        saveFile(`${facts.name}.${kind}`, blob);
        setSentence(t('chart.saved', { name: `${facts.name}.${kind}` }));
      },
      () => setSentence(t('chart.notSaved')),
    );
  };
  return (
    <>
      <ul className={styles.list}>
        <li>
          <button
            type="button"
            className="quiet-button"
            onClick={() => saveFile(`${facts.name}-chart.csv`, table())}
          >
            {t('chart.csvShown')}
          </button>
        </li>
        {props.files.map(({ label, href }) => (
          <li key={href}>
            <a href={href} download="" className="quiet-button">
              {label}
            </a>
          </li>
        ))}
        {(['png', 'svg'] as const).map((kind) => (
          <li key={kind}>
            <button type="button" className="quiet-button" onClick={() => picture(kind)}>
              {kind.toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
      <p>{t('chart.downloadNote')}</p>
      <span role="status" className={styles.said}>
        {sentence}
      </span>
    </>
  );
}
