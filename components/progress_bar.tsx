import type { JSX } from "preact";

/** A bar that fills from left to right; `fraction` goes from 0 to 1. */
export function ProgressBar({ fraction, label }: { fraction: number; label: string }): JSX.Element {
  const share = Math.min(1, Math.max(0, fraction));
  return (
    <svg
      class="progress"
      viewBox="0 0 1000 4"
      preserveAspectRatio="none"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <rect class="ground" width={1000} height={4} />
      <rect width={Math.round(share * 1000)} height={4} />
    </svg>
  );
}
