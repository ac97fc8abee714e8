/** The tokens behind the classes of legends, as `static/figures.css` has them. */
const inks: Readonly<Record<string, string>> = {
  "accent-ink": "accent",
  "reference-ink": "line-2",
  "low-ink": "q3",
  "high-ink": "q9",
  "positive-ink": "mark",
  "negative-ink": "c2",
  "shade-0-ink": "q0",
  "shade-5-ink": "q5",
  "shade-9-ink": "q9",
  "ground": "line",
};

/** The colour of a class of legends, as SVG attributes name it. */
export function inkOfClass(name: string): string {
  return `var(--${inks[name] ?? name})`;
}
