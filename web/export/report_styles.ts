/** The sheets of the page that a report needs, and its own. */
const sheets = [
  "tokens.css",
  "base.css",
  "controls.css",
  "content.css",
  "figures.css",
  "map.css",
  "markdown.css",
  "notebook.css",
  "cell.css",
  "report.css",
];

/** The styles of a report in one text, without what browsers do not need. @param more sheets beside them */
export async function reportStyles(more: readonly string[] = []): Promise<string> {
  const texts = await Promise.all(
    [...sheets, ...more].map((name) =>
      Deno.readTextFile(new URL(`../../static/${name}`, import.meta.url))
    ),
  );
  return texts.map(minified).join("\n");
}

function minified(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").trim();
}
