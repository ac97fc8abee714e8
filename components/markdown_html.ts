import MarkdownIt from "markdown-it";

/** HTML in a text stays text, and only links to the web, to mail and within the workbench are links. */
const reader = new MarkdownIt({ html: false, linkify: false, typographer: false });
reader.disable("image");
reader.validateLink = (address) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address.trim());

// Style attributes are forbidden by the Content Security Policy.
for (const name of ["th_open", "td_open"]) {
  reader.renderer.rules[name] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    const isRight = /text-align:\s*right/.test(String(token?.attrGet("style") ?? ""));
    if (token) token.attrs = isRight ? [["class", "right"]] : [];
    return renderer.renderToken(tokens, index, options);
  };
}

// The page has its own headings of the first two levels.
for (const name of ["heading_open", "heading_close"]) {
  reader.renderer.rules[name] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    if (token) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return renderer.renderToken(tokens, index, options);
  };
}

/**
 * Markdown as HTML that is safe to show whoever wrote it: CommonMark with tables, without raw HTML and images.
 */
export function markdownHtml(markdown: string): string {
  return reader.render(markdown);
}
