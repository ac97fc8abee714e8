import MarkdownIt from "markdown-it";

const reader = new MarkdownIt("commonmark");

/**
 * A note for readers that take HTML and pictures in Markdown for what they are: in the workbench they are plain
 * text, so whoever wrote them, nothing of a note runs or is fetched.
 */
export function harmlessMarkdown(text: string): string {
  const markdown = text.toWellFormed();
  if (isHarmless(markdown)) return markdown;
  const lines = markdown.split("\n");
  const code = new Set(
    reader.parse(markdown, {}).filter(({ type, level }) => type === "fence" && level === 0)
      .flatMap(({ map }) => linesBetween(map?.[0] ?? 0, map?.[1] ?? 0)),
  );
  const escaped = lines.map((line, index) => code.has(index) ? line : escape(line)).join("\n");
  return isHarmless(escaped) ? escaped : lines.map(escape).join("\n");
}

function isHarmless(markdown: string): boolean {
  return reader.parse(markdown, {}).every(({ type, children }) =>
    type !== "html_block" &&
    (children ?? []).every(({ type }) => type !== "html_inline" && type !== "image")
  );
}

function escape(line: string): string {
  return line.replace(/<(?=[a-z/!?])/gi, "&lt;").replace(/!(?=\[)/g, "&#33;");
}

function linesBetween(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
