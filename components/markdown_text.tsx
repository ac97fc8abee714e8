import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "./language.ts";

/** A text in Markdown; until what reads it is loaded, and where it cannot be, the text as it is written. */
export function MarkdownText({ text }: { text: Text }): JSX.Element {
  const language = useLanguage();
  const markdown = text[language];
  const [html, setHtml] = useState<string>();
  useEffect(() => {
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
