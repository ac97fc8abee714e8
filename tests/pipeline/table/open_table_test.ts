import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { openTable, type ReadOptions } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { encodeText } from "./encode_text.ts";
import { withFile, withFolder } from "./temporary_file.ts";

async function problemOf(read: () => Promise<unknown>): Promise<Problem> {
  const error = await read().then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof HealerError, String(error));
  const { message, hint } = error.problem;
  for (const text of [message, hint]) {
    assert.match(text.en, /^\p{Lu}.*[.?]$/su);
    assert.match(text.zh, /\p{Script=Han}/u);
  }
  return error.problem;
}

async function problemWith(
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Problem> {
  return await withFile(content, (path) => problemOf(() => readTable(path, options)));
}

describe("openTable", () => {
  it("says that a file does not exist, with its path", async () => {
    const { code, place } = await problemOf(() => openTable("/no/such/file.csv"));
    assert.equal(code, "table/file-not-found");
    assert.equal(place.file, "/no/such/file.csv");
    await withFile("a\n1\n", async (path) => {
      assert.equal((await problemOf(() => openTable(`${path}/x`))).code, "table/file-not-found");
    });
  });

  it("says that a path is a folder or a device", async () => {
    await withFolder(async (folder) => {
      assert.equal((await problemOf(() => openTable(folder))).code, "table/is-folder");
    });
    assert.equal((await problemOf(() => openTable("/dev/null"))).code, "table/not-a-file");
  });

  it(
    "says that a file may not be read",
    { skip: Deno.uid() === 0 ? "root may read all" : false },
    async () => {
      await withFile("a\n1\n", async (path) => {
        await Deno.chmod(path, 0);
        assert.equal((await problemOf(() => openTable(path))).code, "table/no-permission");
      });
    },
  );

  it("says that a file is empty, or holds nothing but a byte order mark", async () => {
    assert.equal((await problemWith("")).code, "table/empty-file");
    assert.equal((await problemWith("\ufeff")).code, "table/empty-file");
  });

  it("says that there are columns but no rows", async () => {
    assert.equal((await problemWith("a,b\n")).code, "table/no-rows");
    assert.equal((await problemWith("\n\na,b\n\n\n")).code, "table/no-rows");
  });

  it("opens a header alone all the same", async () => {
    await withFile("a,b\n", async (path) => {
      const source = await openTable(path);
      assert.deepEqual(source.columns.map(({ name }) => name), ["a", "b"]);
      for await (const _ of source.batches()) assert.fail("there are no rows");
    });
  });

  const binaries: readonly [what: RegExp, start: string][] = [
    [/Excel workbook \(\.xlsx\)/, "PK\x03\x04\x14\0\x06\0"],
    [/old Excel workbook/, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"],
    [/gzip archive/, "\x1F\x8B\x08\0\0\0\0\0"],
    [/PNG picture/, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"],
    [/PDF document/, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"],
    [/SQLite database/, "SQLite format 3\0"],
    [
      /binary data/,
      Array.from({ length: 512 }, (_, index) => String.fromCharCode(index * 37 % 256)).join(""),
    ],
  ];
  for (const [what, start] of binaries) {
    it(`knows what is no table: ${what.source}`, async () => {
      const bytes = Uint8Array.from(start, (character) => character.charCodeAt(0));
      const { code, message } = await problemWith(bytes);
      assert.equal(code, "table/not-a-table");
      assert.match(message.en, what);
    });
  }

  it("reads a text with a few NUL bytes, but not the rows that hold them", async () => {
    await withFile("a,b\n1,2\n\0,4\n5,6\n", async (path) => {
      const { frame, badRows } = await readTable(path);
      assert.deepEqual(frame.rows(), [[1, 2], [5, 6]]);
      assert.deepEqual(badRows.map(({ line, column, reason }) => [line, column, reason.code]), [
        [3, 1, "table/nul-byte"],
      ]);
    });
  });

  it("does not take UTF-16 for binary data", async () => {
    await withFile(encodeText("a,b\n1,2\n", "utf-16le"), async (path) => {
      assert.deepEqual((await readTable(path)).frame.rows(), [[1, 2]]);
    });
  });

  it("says that every row is bad, and shows the first reason", async () => {
    const { code, message, place } = await problemWith("a,b\n1\n2\n3,4,5\n");
    assert.equal(code, "table/every-row-bad");
    assert.equal(place.line, 2);
    assert.match(message.en, /none of the 3 rows read is good.*only one field/);
  });

  it("gives up a file whose first rows are all bad before its bad rows fill the memory", async () => {
    const { code, message } = await problemWith("a,b\n" + "1,2,3\n".repeat(250_000));
    assert.equal(code, "table/every-row-bad");
    const rows = Number(/none of the (\d+) rows/.exec(message.en)?.[1]);
    assert.ok(rows >= 10_000 && rows < 250_000);
  });

  it("says what is wrong with the header", async () => {
    const broken = await problemWith('a,"b\n1,2\n');
    assert.equal(broken.code, "table/bad-header");
    assert.deepEqual([broken.place.line, broken.place.column], [1, 2]);
    assert.equal((await problemWith('\n\na"x,b\n1,2\n')).place.line, 3);
  });

  it("rejects options that make no sense", async () => {
    assert.equal(
      (await problemWith("a\n1\n", { encoding: "nope" })).code,
      "table/unknown-encoding",
    );
    assert.equal((await problemWith("a\n1\n", { delimiter: "ab" })).code, "table/bad-option");
    assert.equal((await problemWith("a\n1\n", { batchRows: 0 })).code, "table/bad-option");
  });

  it("says how it has read the file", async () => {
    await withFile("a;b\n1,5;x\n", async (path) => {
      const { reading, bytes } = await openTable(path, { header: true });
      assert.equal(bytes, 10);
      assert.deepEqual(
        Object.entries(reading).map(([name, guess]) => [name, guess.value, guess.guessed]),
        [
          ["format", "csv", true],
          ["encoding", "utf-8", true],
          ["delimiter", ";", true],
          ["quote", '"', true],
          ["decimal", ",", true],
          ["header", true, false],
        ],
      );
    });
  });

  it("reads an unclosed quote in the middle of a file and goes on behind it", async () => {
    const rows = (count: number): string => "1,two,3\n".repeat(count);
    await withFile(`a,b,c\n${rows(1000)}4,"oops,6\n${rows(30_000)}`, async (path) => {
      const { frame, badRows } = await readTable(path);
      assert.equal(frame.height, 31_000);
      assert.deepEqual(
        badRows.map(({ row, line, column, reason }) => [row, line, column, reason.code]),
        [
          [1001, 1002, 2, "table/unclosed-quote"],
        ],
      );
      assert.match(badRows[0]?.reason.message.en ?? "", /reading went on at line 1003/);
    });
  });

  it("sets a line of 10 MB aside", async () => {
    await withFile(`a,b\n1,2\n3,${"x".repeat(10_000_000)}\n5,6\n`, async (path) => {
      const { frame, badRows } = await readTable(path);
      assert.deepEqual(frame.rows(), [[1, 2], [5, 6]]);
      assert.deepEqual(
        badRows.map(({ row, line, reason, raw }) => [row, line, reason.code, raw.length]),
        [
          [2, 3, "table/too-long", 2000],
        ],
      );
    });
  });

  it("tells how far it has come", async () => {
    await withFile("a\n" + "1\n".repeat(100), async (path) => {
      const fractions: number[] = [];
      await readTable(path, { batchRows: 10 }, (fraction) => fractions.push(fraction));
      assert.ok(fractions.length >= 10 && fractions.every((each) => each >= 0 && each <= 1));
      assert.equal(fractions.at(-1), 1);
    });
  });
});
