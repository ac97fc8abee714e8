/** The `className` that figures give to Observable Plot: its inline style is then always the same. */
export const plotClassName = "plot";

/**
 * The text of the `<style>` that Observable Plot 0.6.17 puts into each figure (`src/plot.js`), by whose hash
 * the Content Security Policy lets it in, and no other.
 */
export const plotStyle = `:where(.${plotClassName}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${plotClassName} text),
:where(.${plotClassName} tspan) {
  white-space: pre;
}`;
