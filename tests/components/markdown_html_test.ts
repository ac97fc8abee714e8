import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markdownHtml } from "@/components/markdown_html.ts";
import { sharedFile, skipWithout } from "../shared.ts";

const strings = sharedFile("badinput/blns/blns.json");

/** The tags and attributes that a note may bring to the page. */
const allowed =
  /^<\/?(p|strong|em|s|code|pre|h[3-6]|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|a)( href="(https?:|mailto:|\/|#)[^"<>]*"| title="[^"<>]*"| class="[^"<>]*"| start="\d+")*\s*\/?>$/;

function foreignTags(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => !allowed.test(tag));
}

describe("a note's Markdown", () => {
  it("is shown as it is meant", () => {
    assert.equal(
      markdownHtml("# Which fault?\n\nSee **this** and `code`."),
      "<h3>Which fault?</h3>\n<p>See <strong>this</strong> and <code>code</code>.</p>\n",
    );
    assert.match(markdownHtml("[docs](https://example.org)"), /<a href="https:\/\/example\.org">/);
    assert.match(markdownHtml("| a | b |\n|--:|---|\n| 1 | 2 |"), /<td class="right">1<\/td>/);
  });

  it("brings no HTML, no script, no image and no style of its own", () => {
    const hostile = [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "[click](javascript:alert(1))",
      "[click](JaVaScRiPt:alert(1))",
      "[click](data:text/html,<script>alert(1)</script>)",
      "[click](//elsewhere.example)",
      "![image](https://elsewhere.example/x.png)",
      '[a](https://x.example "onmouseover=\\"alert(1)")',
      "<a href='javascript:alert(1)'>x</a>",
      "| a |\n|:-:|\n| <b>1</b> |",
      "```html\n<script>alert(1)</script>\n```",
      "&lt;script&gt; &#60;script&#62;",
    ];
    for (const text of hostile) {
      const html = markdownHtml(text);
      assert.deepEqual(foreignTags(html), [], text);
      assert.doesNotMatch(html, /style=|<img|<script/i);
    }
  });

  it("survives the big list of naughty strings", skipWithout(strings), async () => {
    const list: unknown = JSON.parse(await Deno.readTextFile(strings ?? ""));
    assert(Array.isArray(list) && list.length > 400);
    for (const text of list) assert.deepEqual(foreignTags(markdownHtml(String(text))), [], text);
  });
});
