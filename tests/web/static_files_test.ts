import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { iconNames, stateNames } from "@/components/icon.tsx";

const folder = new URL("../../static/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");

describe("static/", () => {
  it("draws every icon and state there is a name for, and no other", () => {
    const ids = [...read("icons.svg").matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids.toSorted(),
      [...iconNames.map((name) => `i-${name}`), ...stateNames.map((name) => `s-${name}`)].sort(),
    );
  });

  it("has the same dark values for those who chose them and those whose system did", () => {
    const blocks = [...read("tokens.css").matchAll(/{\s*(color-scheme: dark;[^}]*)}/g)].map((
      [, block = ""],
    ) => block.split("\n").map((line) => line.trim()).filter(Boolean));
    assert.equal(blocks.length, 2);
    assert.ok(blocks[0]!.length > 40);
    assert.deepEqual(blocks[0], blocks[1]);
  });

  it("uses no token that tokens.css lacks, and nothing from elsewhere", () => {
    const defined = new Set(
      [...read("tokens.css").matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name),
    );
    for (const name of readdirSync(folder)) {
      const text = read(name);
      // A component sets the tokens that are named after its stylesheet.
      const own = `--${name.replace(/\.css$/, "")}-`;
      for (const [, token = ""] of text.matchAll(/var\((--[\w-]+)/g)) {
        assert.ok(defined.has(token) || token.startsWith(own), `${name} uses ${token}`);
      }
      assert.doesNotMatch(
        text.replaceAll("http://www.w3.org/2000/svg", ""),
        /https?:|@import|url\(/,
        name,
      );
    }
  });
});
