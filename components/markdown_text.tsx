import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "./language.ts";

/** Markdown → its HTML, of texts that came with the page. */
const remembered = new Map<string, string>();

/** Spares the page from reading a text whose HTML it has. @param text.html must be safe to show */
export function rememberMarkdown(text: { readonly markdown: string; readonly html: string }): void {
  remembered.set(text.markdown, text.html);
}

/** A text in Markdown; until what reads it is loaded, and where it cannot be, the text as it is written. */
export function MarkdownText({ text }: { text: Text }): JSX.Element {
  const language = useLanguage();
  const markdown = text[language];
  const [html, setHtml] = useState(remembered.get(markdown));
  useEffect(() => {
    const known = remembered.get(markdown);
    if (known !== undefined) return setHtml(known);
    let isCurrent = true;
    import("./markdown_html.ts").then(({ markdownHtml }) => {
      if (isCurrent) setHtml(markdownHtml(markdown));
    }).catch(reportError);
    return () => {
      isCurrent = false;
    };
  }, [markdown]);
  return html === undefined
    ? <div class="markdown plain">{markdown}</div>
    // deno-fmt-ignore
    : <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
