import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { sharedFile, skipWithout } from "../shared.ts";
import { bytesOf, temporaryWorkspace } from "./temporary_workspace.ts";

const list = sharedFile("badinput/blns/blns.json");

/** SQLite's binding cuts a text at a NUL and replaces lone surrogates; a name may be long, empty or SQL. */
const own = [
  "",
  "a\0b",
  "\0",
  "\ud800",
  "x\udfff\ud83d",
  "\ufeff",
  "x".repeat(100_000),
  "'; DROP TABLE notebooks; --",
];

describe("every text field", () => {
  it(
    "gives its text back unchanged for the big list of naughty strings",
    skipWithout(list),
    async () => {
      await using temporary = await temporaryWorkspace();
      const texts = [
        ...own,
        ...z.array(z.string()).parse(JSON.parse(await Deno.readTextFile(list ?? ""))),
      ];
      assert.ok(texts.length > 500);
      const { workspace } = temporary;
      const blob = await workspace.blobs.put(bytesOf("content"));
      const stored = texts.map((text) =>
        workspace.transaction(() => {
          const notebook = workspace.notebooks.create(text, { [text]: text });
          const run = workspace.runs.start({ notebook: notebook.id, revision: 1, cells: [text] });
          workspace.cellResults.put(JSON.stringify(text), { [text]: text }, [{
            ...blob,
            media: "x",
          }]);
          const origin = { notebook: notebook.id, dataset: null };
          const model = workspace.models.add({
            name: text,
            file: blob,
            card: { [text]: text },
            ...origin,
          });
          return {
            text,
            notebook: notebook.id,
            run: run.id,
            event: workspace.runs.append(run.id, { [text]: text }).seq,
            model: model.id,
            pipeline: workspace.pipelines.save(text, { [text]: text }).id,
            upload: workspace.uploads.add({ name: text, media: "text/csv", file: blob }).id,
            diagnosis: workspace.diagnoses.add({
              model: model.id,
              source: text,
              result: blob,
              rows: 1,
              counts: [{ fault: text, rows: 1 }],
              details: { [text]: text },
            }).id,
            dataset: workspace.datasets.add({
              name: text,
              ...blob,
              sourceSha256: blob.sha256,
              sourceBytes: blob.bytes,
              sourceMedia: text,
              params: { [text]: text },
              rows: 1,
              columns: [{
                name: text,
                type: "text",
                role: "ignored",
                reason: { en: text, zh: text },
                guessed: true,
              }],
              reading: { format: { value: "csv", reason: { en: text, zh: text }, guessed: true } },
              notices: [{
                code: text,
                message: { en: text, zh: text },
                place: { file: text, cell: text },
              }],
              quarantinedRows: 0,
              quarantinedCells: 0,
              quarantineSha256: null,
            }).id,
          };
        })
      );
      const { notebooks, runs, cellResults, models, pipelines, diagnoses, datasets, uploads } =
        await temporary.reopen();
      const events = new Map(runs.eventsAfter(0, 10_000).map(({ seq, event }) => [seq, event]));
      for (const { text, ...ids } of stored) {
        const pair = { [text]: text };
        assert.equal(notebooks.get(ids.notebook).title, text);
        assert.deepEqual(notebooks.content(ids.notebook), pair);
        assert.deepEqual(runs.get(ids.run).cells, [text]);
        assert.deepEqual(events.get(ids.event), pair);
        assert.deepEqual(cellResults.get(JSON.stringify(text))?.result, pair);
        const { name, card } = models.get(ids.model);
        assert.deepEqual({ name, card }, { name: text, card: pair });
        assert.equal(pipelines.get(ids.pipeline).name, text);
        assert.deepEqual(pipelines.version(ids.pipeline).document, pair);
        assert.equal(uploads.get(ids.upload).name, text);
        const { source, counts, details } = diagnoses.get(ids.diagnosis);
        assert.deepEqual(details, pair);
        assert.deepEqual({ source, counts }, { source: text, counts: [{ fault: text, rows: 1 }] });
        const dataset = datasets.get(ids.dataset);
        assert.deepEqual([dataset.name, dataset.columns[0]?.name, dataset.columns[0]?.reason.zh], [
          text,
          text,
          text,
        ]);
        assert.deepEqual(dataset.notices[0]?.place, { file: text, cell: text });
      }
      assert.equal(notebooks.list().length, texts.length);
    },
  );
});
