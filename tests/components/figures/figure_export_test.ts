import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { figureCsv } from "@/components/figures/export/figure_csv.ts";
import { figureSvg, wrapped } from "@/components/figures/export/figure_svg.ts";
import { DOMParser } from "linkedom";
import { arbitraryFigure } from "./arbitrary_figure.ts";
import { serverMaker } from "./drawn.ts";
import { sampleFigures } from "./sample_figures.ts";

/** What XML 1.0 allows, and nothing that a viewer would look up elsewhere. */
function assertSelfContained(svg: string, name: string): void {
  assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/, name);
  assert.doesNotMatch(svg, /var\(--|style=|<style|<script|href=|class="plot"|NaN|undefined/, name);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(svg, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, name);
  assert.ok(svg.isWellFormed(), name);
  const tags = [...svg.matchAll(/<(\/?)([a-z]\w*)\b(?:"[^"]*"|[^">])*?(\/?)>/gi)];
  const open: string[] = [];
  for (const [, isEnd, tag, isEmpty] of tags) {
    if (isEnd) assert.equal(open.pop(), tag, name);
    else if (!isEmpty) open.push(tag ?? "");
  }
  assert.deepEqual(open, [], name);
}

describe("a figure as an SVG file", () => {
  it("stands by itself: background, title, description, legend, colours written out", () => {
    for (const figure of sampleFigures) {
      for (const language of ["en", "zh"] as const) {
        const { text, height, width } = figureSvg(serverMaker(), drawableOf(figure), {
          width: 600,
          language,
        });
        assertSelfContained(text, figure.type);
        assert.ok(text.includes(`<title>${figure.title[language]}</title>`), figure.type);
        const document = new DOMParser().parseFromString(text, "image/svg+xml");
        assert.equal(
          document.querySelector("desc")?.textContent,
          drawableOf(figure).sentence(language),
        );
        assert.ok(width === 600 && height > 80);
        assert.ok(text.includes('fill="#fbfbfa"'), "the theme's background");
      }
    }
  });

  it("holds whatever names there are in the data", () => {
    fc.assert(
      fc.property(arbitraryFigure, (figure) => {
        const file = figureSvg(serverMaker(), drawableOf(figure), { width: 600, language: "zh" });
        assertSelfContained(file.text.replaceAll(/(undefined|NaN)(?=[^<>]*<)/g, ""), figure.type);
      }),
      { numRuns: 100, seed: 5 },
    );
  });
});

describe("a figure as CSV", () => {
  it("comes back cell by cell: numbers untouched, texts that look like formulas guarded", () => {
    fc.assert(
      fc.property(arbitraryFigure, (figure) => {
        const data = drawableOf(figure).data("en");
        const [head, ...rows] = parseCsv(figureCsv(data));
        assert.equal(head?.length, data.columns.length);
        assert.equal(rows.length, data.rows.length);
        for (const [index, row] of data.rows.entries()) {
          for (const [column, cell] of row.entries()) {
            const read = rows[index]?.[column] ?? "";
            if (typeof cell === "number") {
              assert.ok(Object.is(Number(read), cell === 0 ? Number(read) : cell));
            } else if (cell === null || cell === "") assert.equal(read, "");
            else assert.ok(read === cell || read === `'${cell}`);
            if (typeof cell === "string" && Number.isNaN(Number(cell))) {
              assert.doesNotMatch(read, /^[=+@\-\t\r]/);
            }
          }
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe("a long caption", () => {
  it("is broken into lines between words, and anywhere in Chinese", () => {
    assert.deepEqual(wrapped("one two three", 60), ["one two", "three"]);
    assert.ok(wrapped("很长的说明文字需要换行显示", 60).length > 1);
    assert.deepEqual(wrapped("", 60), []);
  });
});

/** A reader of RFC 4180, for the test alone. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], cell = "", isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (isQuoted) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === "," || letter === "\n") {
      row.push(cell);
      cell = "";
      if (letter === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  return rows;
}
