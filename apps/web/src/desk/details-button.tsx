import styles from './details-button.module.css';

/** A small “i” that shows and hides the details of a row. */
export function DetailsButton(props: {
  /** What the details are called. */
  title: string;
  /** The row. */
  of: string;
  open: boolean;
  /** The id of the details, once they are shown. */
  controls?: string;
  onToggle: () => void;
}) {
  const { title, of, open, controls, onToggle } = props;
  return (
    <button
      type="button"
      className={styles.info}
      title={title}
      aria-label={`${title}: ${of}`}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      i
    </button>
  );
}
