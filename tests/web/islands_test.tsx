import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { JSX } from "preact";
import { z } from "zod";
import { type Context, createDefine } from "@/web/create_define.ts";
import { loadIslands } from "@/web/islands.tsx";
import { parseProps } from "@/web/props_text.ts";
import { type RenderedPage, renderPage } from "@/web/render_page.tsx";
import { sharedFile, skipWithout } from "../shared.ts";
import Counter from "./fixture_islands/Counter.tsx";
import Outer from "./fixture_islands/folder/Outer.tsx";

await loadIslands(new URL("./fixture_islands/", import.meta.url));

const define = createDefine<null>();
const context: Context<null> = {
  req: new Request("http://localhost/"),
  url: new URL("http://localhost/"),
  params: {},
  state: null,
  error: undefined,
  next: () => Promise.reject(new Error("no next")),
  redirect: () => new Response(),
};

function render(content: JSX.Element): RenderedPage {
  return renderPage([], define.page(() => content), context, undefined);
}

/** What the browser reads the attribute as (WHATWG HTML, 13.2.5.36). */
function propsIn(html: string): unknown {
  const [, text = ""] = /data-props="([^"]*)"/.exec(html) ?? [];
  const characters: Readonly<Record<string, string>> = {
    amp: "&",
    quot: '"',
    lt: "<",
    gt: ">",
    "#39": "'",
  };
  return parseProps(text.replace(/&([\w#]+);/g, (entity, name) => characters[name] ?? entity));
}

/** All tags of the HTML, with their attributes' values left out. */
function tagsOf(html: string): string[] {
  return [...html.replace(/="[^"]*"/g, "").matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag);
}

describe("islands on the server", () => {
  it("are rendered inside an element that says what they are and what they were given", () => {
    const { html, islands } = render(
      <main>
        <Counter start={3} text="a" />
      </main>,
    );
    assert.equal(
      html,
      '<!doctype html><main><x-island data-name="Counter" ' +
        'data-props="{&quot;start&quot;:3,&quot;text&quot;:&quot;a&quot;}">' +
        '<b title="a">3 6 a</b></x-island></main>',
    );
    assert.deepEqual([...islands], ["Counter"]);
  });

  it("that stand in another island belong to it", () => {
    const { html, islands } = render(<Outer start={2} />);
    assert.deepEqual([...islands], ["folder/Outer"]);
    assert.equal(html.match(/<x-island/g)?.length, 1);
    assert.match(html, /<div><b title="inside">2 4 inside<\/b><\/div><\/x-island>/);
  });

  it("beside each other are each one, and pages without them name none", () => {
    const { html, islands } = render(
      <main>
        <Outer start={1} />
        <Counter start={1} text="" />
      </main>,
    );
    assert.deepEqual([...islands].sort(), ["Counter", "folder/Outer"]);
    assert.equal(html.match(/<x-island/g)?.length, 2);
    assert.deepEqual(render(<p>plain</p>).islands, new Set());
  });

  it("cannot be given elements", () => {
    assert.throws(() =>
      render(
        <Counter start={1} text="">
          <i>x</i>
        </Counter>,
      ), /props\.children/);
  });

  it("keep what would end a script, an attribute or a comment inside their props", () => {
    for (
      const text of [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<!--",
        "&quot;&amp;",
        "\u2028\0\ud800",
      ]
    ) {
      const { html } = render(<Counter start={0} text={text} />);
      assert.deepEqual(propsIn(html), { start: 0, text });
      assert.deepEqual(tagsOf(html), [
        "<!doctype html>",
        "<x-island data-name data-props>",
        "<b title>",
        "</b>",
        "</x-island>",
      ]);
    }
  });

  const naughtyStrings = sharedFile("badinput/blns/blns.json");
  it("carry every naughty string as it is", skipWithout(naughtyStrings), () => {
    const strings = z.array(z.string()).parse(
      JSON.parse(readFileSync(naughtyStrings ?? "", "utf8")),
    );
    for (const text of strings) {
      const { html } = render(<Counter start={0} text={text} />);
      assert.deepEqual(propsIn(html), { start: 0, text });
      assert.equal(tagsOf(html).length, 5, text);
    }
  });
});

describe("loadIslands", () => {
  it("names a file that has no function to show", async () => {
    const folder = await Deno.makeTempDir({ prefix: "healer-islands-" });
    await Deno.writeTextFile(`${folder}/Broken.tsx`, "export const x = 1;");
    await assert.rejects(
      loadIslands(new URL(`file://${folder}/`)),
      /Broken\.tsx: its default export/,
    );
    await Deno.remove(folder, { recursive: true });
  });
});
