import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, it } from "node:test";
import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { datasetIdSchema, newId } from "@/store/ids.ts";
import { importDataset } from "@/store/import_dataset.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, filesIn, temporaryWorkspace } from "./temporary_workspace.ts";

/** Rows 1 to `rows`; the cell of row 7 in `cpu` is no number. */
function csvOf(rows: number): string {
  const lines = ["sample_id,cpu,memory,fault"];
  for (let row = 1; row <= rows; row++) {
    const cpu = row === 7 ? "seven" : `${row % 5}.5`;
    lines.push(
      `s${row},${cpu},${row % 3 === 0 ? "" : row * 10},${row % 2 === 0 ? "Lock" : "Normal"}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

describe("importDataset", () => {
  it("stores a CSV as Parquet with its roles and what was set aside", async () => {
    await using temporary = await temporaryWorkspace();
    const csv = bytesOf(csvOf(200));
    const path = join(temporary.folder, "kpis.csv");
    await Deno.writeFile(path, csv);
    const fractions: number[] = [];
    const onProgress = (fraction: number) => void fractions.push(fraction);
    const imported = await importDataset(temporary.workspace, "KPIs", path, { onProgress });
    const { datasets, blobs } = await temporary.reopen();
    const dataset = datasets.get(imported.id);
    assert.deepEqual(datasets.list(), [imported]);
    assert.deepEqual(dataset, imported);
    assert.equal(dataset.rows, 199);
    assert.equal(dataset.sourceSha256, createHash("sha256").update(csv).digest("hex"));
    assert.deepEqual(await blobs.read(dataset.sourceSha256, true), csv);
    assert.deepEqual(await Deno.readFile(path), csv);
    assert.deepEqual(dataset.columns.map(({ name, type, role }) => [name, type, role]), [
      ["sample_id", "text", "id"],
      ["cpu", "number", "feature"],
      ["memory", "number", "feature"],
      ["fault", "text", "label"],
    ]);
    assert.equal(dataset.reading.delimiter?.value, ",");
    assert.equal(dataset.reading.header?.value, true);
    assert.equal(dataset.quarantinedRows, 1);
    const quarantine = z.object({
      rows: z.array(z.object({ line: z.int(), raw: z.string(), reason: z.unknown() })),
    })
      .parse(
        JSON.parse(
          new TextDecoder().decode(await blobs.read(dataset.quarantineSha256 ?? "", true)),
        ),
      );
    assert.deepEqual(quarantine.rows.map(({ line, raw }) => [line, raw.trim()]), [[
      8,
      "s7,seven,70,Normal",
    ]]);
    assert.ok(!JSON.stringify([quarantine, dataset]).includes(temporary.folder), "no inner paths");
    const { frame } = await readTable(blobs.path(dataset.sha256));
    assert.equal(frame.height, 199);
    assert.deepEqual(frame.getColumn("memory").head(3).toArray(), [10, 20, null]);
    assert.equal(fractions.at(-1), 1);
  });

  it("takes an upload for the same as the file", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const csv = bytesOf(csvOf(50));
    const path = join(temporary.folder, "kpis.csv");
    await Deno.writeFile(path, csv);
    const upload = ReadableStream.from([csv.subarray(0, 99), csv.subarray(99)]);
    const { id: _, created: __, ...fromUpload } = await importDataset(workspace, "KPIs", upload);
    const { id: ___, created: ____, ...fromFile } = await importDataset(workspace, "KPIs", path);
    assert.deepEqual(fromUpload, fromFile);
  });

  it("reads a group that only looks like numbers as text, so that no row is lost", async () => {
    await using temporary = await temporaryWorkspace();
    const lines = ["case_id,cpu,fault"];
    for (let row = 0; row < 30_000; row++) {
      const group = row < 29_990 ? row % 50 : "A7";
      lines.push(`${group},${row % 9}.5,${row % 2 === 0 ? "Lock" : "Normal"}`);
    }
    const upload = ReadableStream.from([bytesOf(lines.join("\n"))]);
    const { rows, columns, quarantinedRows, quarantineSha256 } = await importDataset(
      temporary.workspace,
      "x",
      upload,
    );
    assert.deepEqual({ rows, quarantinedRows, quarantineSha256 }, {
      rows: 30_000,
      quarantinedRows: 0,
      quarantineSha256: null,
    });
    assert.deepEqual([columns[0]?.type, columns[0]?.role], ["text", "group"]);
  });

  it("obeys what the caller says of the table", async () => {
    await using temporary = await temporaryWorkspace();
    const upload = ReadableStream.from([bytesOf("a;b;c\n1,5;2;x\n2,5;3;y\n3,5;4;x\n4,5;5;y\n")]);
    const dataset = await importDataset(temporary.workspace, "x", upload, {
      reading: { delimiter: ";", decimal: "," },
      roles: { label: "c", ignore: ["b"] },
    });
    assert.deepEqual(dataset.columns.map(({ role, guessed }) => [role, guessed]), [
      ["feature", true],
      ["ignored", false],
      ["label", false],
    ]);
    assert.equal(dataset.reading.delimiter?.guessed, false);
  });

  it("leaves nothing of a table it cannot read, and names it as the user does", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const bad: [string, string | ReadableStream<Uint8Array>][] = [
      ["table/empty-file", ReadableStream.from([])],
      ["table/not-a-table", ReadableStream.from([bytesOf("PK\x03\x04 not a table")])],
      ["table/no-rows", ReadableStream.from([bytesOf("a,b,c\n")])],
      ["table/broken-parquet", ReadableStream.from([bytesOf(`PAR1${"\0\x15\x04".repeat(100)}`)])],
      ["table/file-not-found", join(temporary.folder, "absent.csv")],
    ];
    for (const [code, source] of bad) {
      await assert.rejects(importDataset(workspace, "mine.csv", source), (error) => {
        hasCode(code)(error);
        assert.ok(error instanceof HealerError);
        assert.equal(error.problem.place.file, "mine.csv");
        return true;
      });
    }
    assert.deepEqual(workspace.datasets.list(), []);
    assert.deepEqual(filesIn(join(temporary.folder, "blobs")), []);
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
    assert.throws(() => workspace.datasets.get(newId(datasetIdSchema)), hasCode("store/not-found"));
  });

  it("leaves nothing of an upload that was cut off", async () => {
    await using temporary = await temporaryWorkspace();
    const upload = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf(csvOf(50))),
      pull: (controller) => controller.error(new Error("The upload was cut off.")),
    });
    await assert.rejects(importDataset(temporary.workspace, "x", upload), /The upload was cut off/);
    assert.deepEqual(temporary.workspace.datasets.list(), []);
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
  });
});
