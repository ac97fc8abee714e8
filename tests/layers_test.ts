import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceViolations } from "./layers.ts";

/** The violations in a project made of `files`: path → source, several lines joined. */
function violationsIn(
  files: Readonly<Record<string, string | readonly string[]>>,
  imports: Readonly<Record<string, string>> = { "@/": "./" },
): string[] {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  try {
    writeFileSync(join(root, "deno.json"), JSON.stringify({ imports }));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), typeof source === "string" ? source : source.join("\n"));
    }
    return sourceViolations(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe("the source tree", () => {
  it("imports one way, through the import map, in files of at most 400 lines", () => {
    const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
    assert.deepEqual(sourceViolations(root), []);
  });
});

describe("sourceViolations", () => {
  it("finds imports from a higher layer, however they are written", () => {
    const violations = violationsIn({
      "pipeline/onnx/static.ts": ["const one = 1;", 'import { two } from "../steps/two.ts";'],
      "pipeline/steps/types.ts": 'import type { Cell } from "@/pipeline/cells/cell.ts";',
      "pipeline/cells/exports.ts": 'export * from "../kernel/run.ts";',
      "pipeline/cells/side_effect.ts": 'import "../../store/datasets.ts";',
      "pipeline/kernel/dynamic.ts": 'const page = await import("@/routes/[id]/(all)/index.tsx");',
      "pipeline/model/type_query.ts": 'type Command = import("@/cli/train.ts").Command;',
      "pipeline/problem.ts": 'export { table } from "./table/table.ts";',
      "pipeline/healing/remedies/remedy.ts": 'import { define } from "../../../web/define.ts";',
      "store/runs.ts": 'import { Chart } from "@/islands/chart.tsx";',
      "store/models.ts": 'import { run } from "@/main.ts";',
      "web/gate.ts": 'import { sharedFile } from "@/tests/shared.ts";',
      "cli/train.ts": 'import { peers } from "../bench/peers.ts";',
    });
    assert.deepEqual(violations, [
      "cli/train.ts:1 imports bench/peers.ts from a higher layer",
      "pipeline/cells/exports.ts:1 imports pipeline/kernel/run.ts from a higher layer",
      "pipeline/cells/side_effect.ts:1 imports store/datasets.ts from a higher layer",
      "pipeline/healing/remedies/remedy.ts:1 imports web/define.ts from a higher layer",
      "pipeline/kernel/dynamic.ts:1 imports routes/[id]/(all)/index.tsx from a higher layer",
      "pipeline/model/type_query.ts:1 imports cli/train.ts from a higher layer",
      "pipeline/onnx/static.ts:2 imports pipeline/steps/two.ts from a higher layer",
      "pipeline/problem.ts:1 imports pipeline/table/table.ts from a higher layer",
      "pipeline/steps/types.ts:1 imports pipeline/cells/cell.ts from a higher layer",
      "store/models.ts:1 imports main.ts from a higher layer",
      "store/runs.ts:1 imports islands/chart.tsx from a higher layer",
      "web/gate.ts:1 imports tests/shared.ts from a higher layer",
    ]);
  });

  it("lets code import its own layer and those below, and tests everything", () => {
    const violations = violationsIn({
      "main.ts": 'import { serve } from "./cli/serve.ts";',
      "cli/serve.ts": [
        'import "@/web/gate.ts";',
        'import "../store/runs.ts";',
        'import "@/vite.ts";',
      ],
      "routes/[id]/index.tsx": 'import { Chart } from "@/islands/chart.tsx";',
      "store/runs.ts": 'import type { Graph } from "@/pipeline/kernel/graph.ts";',
      "pipeline/steps/scale.ts": [
        'import { fit } from "../learners/forest.ts";',
        'import { graph } from "../onnx/graph.ts";',
        'import { problem } from "../problem.ts";',
        'import words from "../../static/words.json" with { type: "json" };',
      ],
      "pipeline/problem.ts": 'import { text } from "./text.ts";',
      "tests/all_test.ts": ['import "@/main.ts";', 'import "@/bench/main.ts";'],
      "bench/main.ts": 'import "@/tests/shared.ts";',
    });
    assert.deepEqual(violations, []);
  });

  it("is not misled by what only looks like an import", () => {
    const violations = violationsIn({
      "pipeline/table/quoted.ts": [
        '// import "@/cli/comment.ts";',
        '/* export * from "@/cli/block.ts"; */',
        "const source = 'import \"@/cli/string.ts\";';",
        'const lines = `\nimport "@/cli/template.ts";\n`;',
        'const pattern = /import("@\\/cli\\/pattern.ts")/;',
      ],
      "islands/text.tsx": [
        "export const Text = () => <p>Don't import from here; it isn't</p>;",
        "export const Next = () => <p>import '@/tests/jsx.ts'</p>;",
      ],
    });
    assert.deepEqual(violations, []);
  });

  it("finds packages that the import map lacks or that go past it", () => {
    const violations = violationsIn({
      "tests/packages_test.ts": [
        'import fs from "node:fs";',
        'import { z } from "zod";',
        'import { mini } from "zod/mini";',
        'import { render } from "@scope/known/render";',
        'import left from "left-pad";',
        'import type { T } from "@scope/unknown";',
        'import fixed from "npm:zod@4.6.7";',
        'import std from "jsr:@std/assert@1";',
        'const remote = await import("https://example.org/remote.ts");',
      ],
    }, { "@/": "./", "zod": "npm:zod@4.6.7", "@scope/known/": "npm:/@scope/known@1.0.0-rc.1/" });
    assert.deepEqual(violations, [
      'tests/packages_test.ts:5 imports "left-pad", which the import map lacks',
      'tests/packages_test.ts:6 imports "@scope/unknown", which the import map lacks',
      'tests/packages_test.ts:7 imports "npm:zod@4.6.7" past the import map',
      'tests/packages_test.ts:8 imports "jsr:@std/assert@1" past the import map',
      'tests/packages_test.ts:9 imports "https://example.org/remote.ts" past the import map',
    ]);
  });

  it("finds packages that are not pinned", () => {
    const targets = {
      caret: "npm:caret@^1.2.3",
      tilde: "npm:tilde@~1.2.3",
      short: "npm:short@1.2",
      none: "npm:none",
      remote: "https://example.org/remote.ts",
      jsr: "jsr:@std/assert@1.0.0",
    };
    const expected = Object.entries(targets).map(([name, target]) =>
      `deno.json:1 "${name}" is "${target}", not an exact npm version`
    );
    assert.deepEqual(
      violationsIn({}, { "@/": "./", exact: "npm:@a/b@1.2.3", ...targets }),
      expected,
    );
  });

  it("finds files that are too long, in no layer, broken, or reach out of the project", () => {
    const violations = violationsIn({
      "cli/long.ts": "export {};\n".repeat(401),
      "cli/not_long.ts": "export {};\n".repeat(400),
      "pipeline/utils/drawer.ts": "export {};",
      "lib/other.ts": "export {};",
      "cli/broken.ts": "export const = 1;",
      "tests/outside_test.ts": 'import "../../outside.ts";',
      "node_modules/package/index.ts": 'import "unknown";',
    });
    assert.equal(violations.length, 5);
    assert.match(violations[0]!, /^cli\/broken\.ts:1 cannot be parsed: /);
    assert.deepEqual(violations.slice(1), [
      "cli/long.ts:401 is longer than 400 lines",
      "lib/other.ts:1 is in no layer",
      "pipeline/utils/drawer.ts:1 is in no layer",
      'tests/outside_test.ts:1 imports "../../outside.ts" from outside the project',
    ]);
  });
});
