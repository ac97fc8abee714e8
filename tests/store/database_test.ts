import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { z } from "zod";
import { jsonColumn, textColumn } from "@/store/columns.ts";
import { Database } from "@/store/database.ts";
import { migrations } from "@/store/migrations.ts";
import { hasCode } from "./has_code.ts";

const first = ["CREATE TABLE notes (text TEXT NOT NULL)"];
const second = ["ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 3"];
const noteSchema = z.object({ text: z.string(), stars: z.int() });

async function inFolder(work: (folder: string) => void): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

describe("Database", () => {
  it("brings an older database to the newest format and keeps what is in it", async () => {
    await inFolder((folder) => {
      const older = Database.open(folder, { check: false, migrations: [first] });
      older.run("INSERT INTO notes (text) VALUES ('kept')");
      older.close();
      for (let opening = 0; opening < 2; opening++) {
        const newer = Database.open(folder, { check: true, migrations: [first, second] });
        assert.deepEqual(newer.all(noteSchema, "SELECT * FROM notes"), [{
          text: "kept",
          stars: 3,
        }]);
        newer.close();
      }
      const open = () => Database.open(folder, { check: false, migrations: [first] });
      assert.throws(open, hasCode("store/later-version"));
    });
  });

  it("takes a migration back whole that fails half-way", async () => {
    await inFolder((folder) => {
      const failing = ["CREATE TABLE more (a INTEGER)", "INSERT INTO absent VALUES (1)"];
      const open = () => Database.open(folder, { check: false, migrations: [first, failing] });
      assert.throws(open, hasCode("store/failed"));
      const database = Database.open(folder, { check: true, migrations: [first] });
      const tables = database.all(z.object({ name: z.string() }), "SELECT name FROM sqlite_schema");
      assert.deepEqual(tables, [{ name: "notes" }]);
      database.close();
    });
  });

  it("writes ahead, waits for the disk and obeys foreign keys", async () => {
    await inFolder((folder) => {
      const database = Database.open(folder, { check: false });
      const value = (pragma: string) =>
        Object.values(database.one(z.record(z.string(), z.unknown()), `PRAGMA ${pragma}`) ?? {})[0];
      assert.deepEqual(["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map(value), [
        "wal",
        2,
        1,
        5000,
      ]);
      assert.equal(value("user_version"), migrations.length);
      database.close();
    });
  });

  it("finds rows that refer to others that are missing", async () => {
    await inFolder((folder) => {
      Database.open(folder, { check: false }).close();
      const other = new DatabaseSync(join(folder, "workspace.db"), {
        enableForeignKeyConstraints: false,
      });
      other.exec("INSERT INTO run_events (run, time, event) VALUES ('absent', '', '{}')");
      other.close();
      const database = Database.open(folder, { check: false });
      assert.throws(() => database.checkForDamage("quick_check"), hasCode("store/damaged"));
      database.close();
      assert.throws(() => Database.open(folder, { check: true }), hasCode("store/damaged"));
    });
  });

  it("says that it is damaged where a row is not what the program writes", async () => {
    await inFolder((folder) => {
      const database = Database.open(folder, { check: false, migrations: [first] });
      for (const text of ["no JSON", "7"]) {
        database.run("INSERT INTO notes VALUES (?)", text);
        const read = () => database.all(z.object({ text: textColumn }), "SELECT text FROM notes");
        assert.throws(read, hasCode("store/damaged"));
        database.run("DELETE FROM notes");
      }
      database.run("INSERT INTO notes VALUES ('[1, 2]')");
      const schema = z.object({ text: jsonColumn(z.array(z.int())) });
      assert.deepEqual(database.one(schema, "SELECT text FROM notes"), { text: [1, 2] });
      database.close();
    });
  });
});
