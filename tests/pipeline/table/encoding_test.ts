import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { HealerError } from "@/pipeline/problem.ts";
import { givenEncoding, guessEncoding } from "@/pipeline/table/encoding.ts";
import { openTable } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { encodeText } from "./encode_text.ts";
import { withFile } from "./temporary_file.ts";
import { readAsText, rowsOf } from "./text_table.ts";

const numbers = "1,2,3,4.5\n".repeat(20);

describe("guessEncoding", () => {
  const cases: readonly [encoding: string, text: string][] = [
    ["gb18030", "时间,主机,CPU使用率,延迟\n" + numbers],
    ["gb18030", "故障\n正常\n"],
    ["gb18030", "label,备注\n1,磁盘满，请检查！\n" + numbers],
    ["gb18030", "姓名\n张镕基\n李喆\n王珺\n"],
    ["gb18030", "編號,機器\n1,2\n"],
    ["gb18030", "label\n" + "故障\n压力\n主从延迟\n".repeat(60)],
    ["windows-1252", "Température,Durée\n" + numbers],
    ["windows-1252", "Temp °C,Größe\n" + numbers],
    ["windows-1252", "café\n"],
    ["windows-1252", "Ñandú,piñata,Á\n"],
    ["windows-1252", "µs,±,½\n1,2,3"],
    ["windows-1252", "naïve “quotes” – dash\n"],
    ["windows-1252", "Überlänge;Höhe;Straße;Tür\nMüller;Jäger;Größe;Öl\n".repeat(20)],
    ["big5", "時間,主機,處理器使用率\n".repeat(10)],
    ["euc-kr", "시간,호스트,메모리 사용량\n".repeat(10)],
    ["shift_jis", "時間,ホスト,メモリ\n".repeat(10)],
    ["utf-16le", "a,b\n1,2\n"],
    ["utf-16be", "时间,主机\n1,2\n"],
  ];
  for (const [encoding, text] of cases) {
    it(`knows ${encoding} by ${JSON.stringify(text.slice(0, 12))}`, () => {
      const guess = guessEncoding(encodeText(text, encoding));
      assert.equal(guess.value, encoding);
      assert.equal(guess.guessed, true);
      assert.ok(guess.reason.en.length > 5 && /\p{Script=Han}/u.test(guess.reason.zh));
    });
  }

  it("believes byte order marks", () => {
    assert.equal(guessEncoding(new Uint8Array([0xef, 0xbb, 0xbf, 97])).value, "utf-8");
    assert.equal(guessEncoding(new Uint8Array([0xff, 0xfe, 97, 0])).value, "utf-16le");
    assert.equal(guessEncoding(new Uint8Array([0xfe, 0xff, 0, 97])).value, "utf-16be");
  });

  it("takes a sample that breaks off inside a character, or has a few damaged ones, for UTF-8", () => {
    const whole = new TextEncoder().encode("时间,主机,延迟\n");
    assert.equal(guessEncoding(whole.subarray(0, 4)).value, "utf-8");
    assert.equal(guessEncoding(new Uint8Array([...whole, 0xff, 10, ...whole])).value, "utf-8");
  });

  it("does not take a stray NUL byte for UTF-16", () => {
    assert.equal(guessEncoding(new TextEncoder().encode("a,b\n\0,c\n")).value, "utf-8");
  });
});

describe("givenEncoding", () => {
  it("accepts the names people use", () => {
    const sample = new Uint8Array([0xfe, 0xff, 0, 97]);
    assert.equal(givenEncoding("GBK", sample).value, "gbk");
    assert.equal(givenEncoding("cp936", sample).value, "gbk");
    assert.equal(givenEncoding("Latin1", sample).value, "windows-1252");
    assert.equal(givenEncoding("utf-16", sample).value, "utf-16be");
    assert.equal(givenEncoding("utf-8", sample).guessed, false);
  });

  it("rejects a name that does not exist", () => {
    assert.throws(
      () => givenEncoding("klingon", new Uint8Array(0)),
      (error) => error instanceof HealerError && error.problem.code === "table/unknown-encoding",
    );
  });
});

describe("a table in another encoding", () => {
  const text = '主机,备注,值\nweb-1,"磁盘, 满",1.5\nweb-2,正常,2\n';
  const expected = [["web-1", "磁盘, 满", "1.5"], ["web-2", "正常", "2"]];
  const asBytes: readonly [name: string, bytes: Uint8Array][] = [
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode("\ufeff" + text)],
    ["GB18030", encodeText(text, "gb18030")],
    ["UTF-16 LE", encodeText(text, "utf-16le")],
    ["UTF-16 BE with a mark", encodeText("\ufeff" + text, "utf-16be")],
  ];
  for (const [name, bytes] of asBytes) {
    it(`is read the same from ${name}`, async () => {
      await withFile(bytes, async (path) => {
        const table = await readAsText(path);
        assert.deepEqual(table.columns.map((column) => column.name), ["主机", "备注", "值"]);
        assert.deepEqual(rowsOf(table), expected);
      });
    });
  }

  it("splits GB18030 after decoding: the second byte of 巪 is that of a vertical bar", async () => {
    const bytes = encodeText("a|b\n巪巪|1\n正常正常|2\n", "gb18030");
    assert.ok(bytes.subarray(4, 8).includes("|".charCodeAt(0)));
    await withFile(bytes, async (path) => {
      const table = await readAsText(path, { encoding: "gbk", delimiter: "|" });
      assert.deepEqual(rowsOf(table), [["巪巪", "1"], ["正常正常", "2"]]);
    });
  });

  it("is decided by its first byte beyond ASCII, however late it comes", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode("host,note\n" + "web-1,all is well\n".repeat(20_000)),
      ...encodeText("web-2,磁盘已满\n", "gb18030"),
    ]);
    await withFile(bytes, async (path) => {
      const table = await readTable(path);
      assert.equal(table.reading.encoding?.value, "gb18030");
      assert.deepEqual(table.frame.row(20_000), ["web-2", "磁盘已满"]);
    });
  });

  it("obeys the caller rather than its own guess", async () => {
    await withFile(encodeText("名\n正常\n", "gb18030"), async (path) => {
      const { columns, reading } = await openTable(path, { encoding: "latin1" });
      assert.equal(columns[0]?.name, "Ãû");
      assert.deepEqual([reading.encoding?.value, reading.encoding?.guessed], [
        "windows-1252",
        false,
      ]);
    });
  });

  it("sets rows aside whose bytes cannot be decoded, with line and field", async () => {
    for (const encoding of ["utf-8", "gb18030"]) {
      const encode = (text: string): Uint8Array =>
        encoding === "utf-8" ? new TextEncoder().encode(text) : encodeText(text, encoding);
      const bytes = new Uint8Array([
        ...encode("a,b\n值,1\n2,"),
        0xff,
        ...encode("\n值值,3\n"),
      ]);
      await withFile(bytes, async (path) => {
        const table = await readAsText(path, { encoding });
        assert.deepEqual(rowsOf(table), [["值", "1"], ["值值", "3"]]);
        assert.deepEqual([...table.positions], [1, 3]);
        const [bad] = table.badRows;
        assert.equal(bad?.reason.code, "table/undecodable");
        assert.deepEqual([bad?.row, bad?.line, bad?.column], [2, 3, 2]);
      });
    }
  });
});
