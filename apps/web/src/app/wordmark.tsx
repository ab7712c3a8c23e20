/** Three steps up and a light above them: "qadam" means "step" in all four languages. */
export function Wordmark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--brand)" />
      <path
        d="M6 25h7v-6h6v-6h7"
        fill="none"
        stroke="var(--on-brand)"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="24.6" cy="7.2" r="2.6" fill="var(--late-fill)" />
    </svg>
  );
}
