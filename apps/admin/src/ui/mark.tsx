/** Two rings that share an edge: a partnership. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <circle cx="12" cy="13" r="5" fill="none" stroke="#fff" strokeWidth="2.5" />
      <circle cx="20" cy="19" r="5" fill="none" stroke="#b6c9f4" strokeWidth="2.5" />
    </svg>
  );
}
