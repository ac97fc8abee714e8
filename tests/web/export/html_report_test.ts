import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { axisOf, type Figure } from "@/pipeline/cells/figure.ts";
import { kindsByName } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import type { ExportCell, ExportSource } from "@/web/export/export_source.ts";
import { htmlFormat } from "@/web/export/html_format.ts";
import { exportProblem } from "@/web/export/problems.ts";
import { sampleFigures } from "../../components/figures/sample_figures.ts";

const hash = "a".repeat(64);
const same = (text: string) => ({ en: text, zh: text });

const none: CellResult = { summary: same(""), notices: [], figures: [], tables: [], values: {} };

function cellOf(id: string, changed: Partial<ExportCell> = {}): ExportCell {
  const key = "b".repeat(64);
  const finished = "2026-11-26T10:00:00.000Z";
  return {
    id,
    kind: "drop-constant",
    params: {},
    state: { state: "fresh", key, finished, seconds: 0.25 },
    result: { ...none, summary: same(`Summary of ${id}`) },
    finished,
    seconds: 0.25,
    problem: undefined,
    ...changed,
  };
}

function sourceOf(
  cells: readonly ExportCell[],
  changed: Partial<ExportSource> & { readonly title?: string } = {},
): ExportSource {
  const { title = "A notebook", ...others } = changed;
  return {
    notebook: {
      format: 1,
      title,
      cells: cells.map(({ id, kind, title, params }) => ({
        id,
        kind,
        params,
        ...(title === undefined ? {} : { title }),
      })),
    },
    cells,
    kinds: kindsByName(cellKinds),
    language: "en",
    cell: undefined,
    tablePage: () => Promise.reject(new Error("no table was expected")),
    pathOf: () => "",
    catalogueOf: () => [],
    ...others,
  };
}

async function reportOf(source: ExportSource): Promise<{ html: string; document: Document }> {
  const html = String(await htmlFormat.make(source));
  return { html, document: parseHTML(html).document };
}

/** That nothing in the document can run or be fetched, whatever was written into it. */
function assertInert(document: Document, html: string): void {
  assert.equal(
    document.querySelectorAll("script, iframe, object, embed, link, base, img").length,
    0,
  );
  const policy = document.querySelector("meta[http-equiv]");
  assert.equal(policy?.getAttribute("http-equiv"), "Content-Security-Policy");
  assert.match(
    policy?.getAttribute("content") ?? "",
    /^default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
  );
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      assert.doesNotMatch(name, /^on|^style$|^data-theme$|^(src|srcset|action|formaction)$/i);
      const isAddress = /href$/.test(name);
      if (isAddress && element.localName !== "a") assert.match(value, /^#/, name);
      if (isAddress) assert.match(value, /^(#|https?:|mailto:|\/)/, name);
    }
  }
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)];
  assert.equal(sheets.length, 1);
  assert.doesNotMatch(sheets[0]?.[1] ?? "", /url\(|@import|expression\(/);
}

const bars = (name: string): Figure => ({
  type: "bars",
  title: same(name),
  value: axisOf("rows"),
  bars: [{ name, value: 3 }, { name: `${name} too`, value: 1 }],
});

describe("the report of a notebook", () => {
  it("draws every kind of figure with its sentence, in both languages", async () => {
    const cell = cellOf("all", { result: { ...none, figures: [...sampleFigures] } });
    for (const language of ["en", "zh"] as const) {
      const { document, html } = await reportOf(sourceOf([cell], { language }));
      assert.equal(
        document.documentElement.getAttribute("lang"),
        { en: "en", zh: "zh-CN" }[language],
      );
      const figures = [...document.querySelectorAll(".figure")];
      assert.deepEqual(
        figures.map((figure) => figure.querySelector("b")?.textContent),
        sampleFigures.map(({ title }) => title[language]),
      );
      for (const figure of figures) {
        assert.ok(
          (figure.querySelector("[role=img]")?.getAttribute("aria-label") ?? "").length > 9,
        );
        assert.ok(figure.querySelector("svg[aria-hidden] > g, svg[aria-hidden] > text"));
      }
      assert.match(html, /fill="var\(--/, "in the colours of the page");
      assertInert(document, html);
    }
  });

  it("holds the rows in sight and no others: not of tables, maps, nor what could not be read", async () => {
    const map: Figure = {
      type: "map",
      method: "pca",
      title: same("Map"),
      x: axisOf("x"),
      y: axisOf("y"),
      points: { rows: [1, 2], x: [0, 1], y: [0, 1] },
      colour: { by: "category", name: "fault", names: ["normal", "disk"], codes: [0, 1] },
      details: [{ name: "customer", values: ["secret of a point", "secret of another"] }],
      table: { name: "rows", column: "row" },
    };
    const columns = Array.from({ length: 40 }, (_, place) => ({ name: `c${place}`, type: "text" }));
    const table = (name: string, rows: number, wide = columns) => ({
      name,
      title: same(`Table ${name}`),
      file: { sha256: hash, bytes: 1, media: "" },
      rows,
      columns: wide,
    });
    const cell = cellOf("rows", {
      result: {
        ...none,
        figures: [map],
        tables: [
          table("long", 500),
          table("quarantined", 3),
          table("small", 12, columns.slice(0, 2)),
        ],
      },
    });
    // A source that gives more than it is asked for must not lead to more being shown.
    const row = (index: number): PageCell[] => columns.map(({ name }) => `row ${index} ${name}`);
    const asked: number[] = [];
    const { html, document } = await reportOf(sourceOf([cell], {
      tablePage: (_cell, number, { limit, offset, columns: names = [] }) => {
        asked.push(number);
        assert.ok(offset === 0 && limit <= 16);
        const rows = number === 0 ? 500 : 12;
        return Promise.resolve({
          rows,
          allRows: rows,
          columns: names.map((name) => ({ name, type: "text" as const })),
          rowNumbers: Array.from({ length: limit }, (_, index) => index),
          cells: Array.from({ length: limit }, (_, index) => row(index).slice(0, names.length)),
        });
      },
    }));
    assert.deepEqual(asked, [0, 2], "what could not be read is not even asked for");
    assert.doesNotMatch(html, /secret/);
    const shown = [...document.querySelectorAll("td")].map(({ textContent }) => textContent ?? "");
    assert.ok(shown.includes("row 15 c23") && shown.includes("row 11 c1"));
    assert.ok(!shown.some((text) => /^row (1[6-9]|[2-9]\d|\d{3})/.test(text)));
    assert.ok(!shown.some((text) => / c(2[4-9]|3\d)$/.test(text)));
    const words = document.querySelector(".results")?.textContent ?? "";
    assert.match(words, /The first 16 of 500 rows\. The first 24 of 40 columns\./);
    assert.match(words, /Table quarantined 3 rows/);
    assertInert(document, html);
  });

  it("shows texts that look like code as texts, however long they are", async () => {
    const bad = [
      `<script>alert("ran")</script>`,
      `</style><img src=x onerror=alert(1)>`,
      `"><svg onload=alert(1)>`,
      "]]></title></head>",
      "\u202egnp.exe\u2066 and \u0000\ud800",
      "长 name ".repeat(1500),
    ];
    const cells = bad.map((text, index) =>
      cellOf(`c${index}`, {
        title: text,
        kind: index === 1 ? text : "impute",
        params: { strategy: text, [text]: text },
        result: {
          ...none,
          summary: same(text),
          notices: [{ code: "x", message: same(text) }],
          figures: [bars(text), { type: "markdown", title: same(text), text: same(text) }],
          tables: [{
            name: text,
            title: same(text),
            file: { sha256: hash, bytes: 1, media: "" },
            rows: 1,
            columns: [{ name: text, type: "text" }],
          }],
        },
      })
    );
    const note = cellOf("note", {
      kind: "note",
      params: {
        en: `# A\n\n${
          bad.join("\n\n")
        }\n\n[x](javascript:alert(1)) ![y](http://evil.example/z.png)`,
      },
    });
    const failed = cellOf("failed", {
      result: undefined,
      problem: {
        ...exportProblem.noSuchFormat(bad[0] ?? "", ["y"]),
        place: { cell: "failed", param: bad[2] ?? "" },
      },
    });
    const { html, document } = await reportOf(sourceOf([...cells, note, failed], {
      title: bad.slice(0, 4).join(" "),
      tablePage: () =>
        Promise.resolve({
          rows: 1,
          allRows: 1,
          columns: [{ name: bad[0] ?? "", type: "text" }],
          rowNumbers: [0],
          cells: [[bad[1] ?? ""]],
        }),
    }));
    assertInert(document, html);
    assert.equal(document.querySelectorAll("section.cell").length, cells.length + 2);
    assert.ok(
      document.querySelector("h1")?.textContent?.startsWith(`<script>alert("ran")</script>`),
    );
    assert.ok(html.isWellFormed());
  });

  it("says of each cell how it stands: failed and why, stale and since when, never run", async () => {
    const stale: ExportCell["state"] = {
      state: "stale",
      since: "2026-11-26T11:00:00.000Z",
      because: ["first"],
      last: "x",
    };
    const problem = {
      code: "cells/broken",
      message: { en: "Cannot do it.", zh: "无法完成。" },
      hint: { en: "Do it otherwise.", zh: "请换一种方式。" },
      place: { cell: "broken", param: "strategy" },
    };
    const cells = [
      cellOf("first"),
      cellOf("old", { state: stale }),
      cellOf("never", { state: { state: "stale" }, result: undefined, finished: undefined }),
      cellOf("broken", {
        kind: "impute",
        state: { state: "failed", problem },
        problem,
        result: undefined,
        finished: undefined,
      }),
      cellOf("after", { state: { state: "waiting", for: ["broken"] }, result: undefined }),
      cellOf("unknown", {
        kind: "nobody-knows",
        state: { state: "stale" },
        result: undefined,
        finished: undefined,
      }),
    ];
    const { document } = await reportOf(sourceOf(cells));
    const text = (id: string) => document.querySelector(`#cell-${id}`)?.textContent ?? "";
    assert.match(text("first"), /fresh, 0\.3 s/);
    assert.match(text("old"), /stale since 26 Nov 2026, 11:00 UTC/);
    assert.match(
      text("old"),
      /Below: the result of 26 Nov 2026, 10:00 UTC\. Since then cell 1 changed/,
    );
    assert.match(text("old"), /Summary of old/, "older results stay in sight");
    assert.match(text("never"), /not run yet.*No result yet/);
    assert.match(text("broken"), /Cannot do it\.Do it otherwise\.At Strategy\. cells\/broken/);
    assert.match(text("after"), /Cannot run before cell 4 is repaired/);
    assert.match(text("unknown"), /Unknown: nobody-knows/);
    assert.match(
      document.querySelector(".report-head")?.textContent ?? "",
      /Not up to date: cells 2, 3, 4, 5, 6\./,
    );
    const empty = await reportOf(sourceOf([], { language: "zh", title: " " }));
    assert.match(empty.document.body.textContent ?? "", /未命名笔记本.*此笔记本还没有单元/s);
  });

  it("is the same for the same results, whether they were computed or found again", async () => {
    const figures = [bars("a"), ...sampleFigures.slice(0, 2)];
    const fresh = cellOf("a", { result: { ...none, figures } });
    const { state } = fresh;
    assert.ok(state.state === "fresh");
    const cached = { ...fresh, state: { ...state, state: "cached" as const } };
    const once = await htmlFormat.make(sourceOf([fresh]));
    assert.equal(await htmlFormat.make(sourceOf([cached])), once);
  });

  it("tells what keeps the rows of a table from being read, and shows the rest", async () => {
    const table = {
      name: "rows",
      title: same("Rows"),
      file: { sha256: hash, bytes: 1, media: "" },
      rows: 5,
      columns: [{ name: "a", type: "number" }],
    };
    const cell = cellOf("a", { result: { ...none, figures: [bars("a")], tables: [table] } });
    const lost = new HealerError(exportProblem.noSuchFormat("lost", []));
    const { document } = await reportOf(
      sourceOf([cell], { tablePage: () => Promise.reject(lost) }),
    );
    assert.match(document.querySelector("details .error")?.textContent ?? "", /"lost"/);
    assert.equal(document.querySelectorAll(".figure").length, 1);
    const defect = sourceOf([cell], { tablePage: () => Promise.reject(new Error("defect")) });
    await assert.rejects(reportOf(defect), /defect/);
  });

  it("takes a notebook of 300 cells, and lets others have their turn while it is written", async () => {
    const cells = Array.from(
      { length: 300 },
      (_, index) =>
        cellOf(`c${index}`, { result: { ...none, figures: [bars(`figure ${index}`)] } }),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const { document } = await reportOf(sourceOf(cells));
    clearInterval(timer);
    assert.equal(document.querySelectorAll("section.cell svg.plot").length, 600);
    assert.ok(turns > 100, `${turns} turns`);
  });
});
