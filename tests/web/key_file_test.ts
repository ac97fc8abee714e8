import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { Door } from "@/web/gate/door.ts";
import { openKeyFile } from "@/web/gate/key_file.ts";

async function withFolder(test: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "healer-keys-" });
  try {
    await test(`${folder}/keys.json`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

describe("the file of keys", () => {
  it("lets sessions, users and the token outlive the server, and holds no secret", async () => {
    await withFolder(async (path) => {
      const door = new Door(await openKeyFile(path));
      const token = await door.newToken({ replace: false }) ?? "";
      const admin = await door.newAdmin() ?? { name: "", password: "" };
      const session = await door.enterByLaunchKey(
        door.newLaunchPath().slice("/launch?key=".length),
      );
      const text = await Deno.readTextFile(path);
      for (const secret of [token, admin.password, session]) assert.ok(!text.includes(secret));
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);

      const later = new Door(await openKeyFile(path));
      assert.ok(later.isToken(token));
      assert.equal(await later.newToken({ replace: false }), undefined);
      assert.equal(await later.newAdmin(), undefined);
      assert.ok(await later.enterByPassword(admin.name, admin.password, "test"));
      const request = new Request("http://x/", {
        headers: { cookie: `a=b; healer-8000=${session}` },
      });
      assert.equal(later.sessionOf(request, "localhost:8000")?.user, "local");
      assert.equal(later.sessionOf(request, "localhost:8001"), undefined);
    });
  });

  it("keeps every change of many at once", async () => {
    await withFolder(async (path) => {
      const store = await openKeyFile(path);
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.change(({ sessions }) => {
            sessions[String(index).padStart(64, "0")] = { user: "local", end: index };
          })),
      );
      assert.equal(Object.keys((await openKeyFile(path)).read().sessions).length, 20);
      const names = [...Deno.readDirSync(path.replace("/keys.json", ""))].map(({ name }) => name);
      assert.deepEqual(names, ["keys.json"]);
    });
  });

  it("says what is wrong with a broken file, and leaves it alone", async () => {
    await withFolder(async (path) => {
      for (
        const text of [
          "",
          "{",
          '{"version":2}',
          '{"version":1,"token":"x","users":[],"sessions":{}}',
        ]
      ) {
        await Deno.writeTextFile(path, text);
        await assert.rejects(openKeyFile(path), (error) => {
          return error instanceof HealerError && error.problem.code === "gate/broken-keys" &&
            error.problem.place.file === path;
        });
        assert.equal(await Deno.readTextFile(path), text);
      }
    });
  });

  it("says so when it cannot be written, and works again once it can", async () => {
    await withFolder(async (path) => {
      const store = await openKeyFile(path);
      await Deno.mkdir(path);
      await assert.rejects(
        store.change((keys) => {
          keys.token = "a".repeat(64);
        }),
        (error) => error instanceof HealerError && error.problem.code === "gate/keys-not-written",
      );
      await Deno.remove(path);
      await store.change(({ sessions }) => {
        sessions["0".repeat(64)] = { user: "local", end: 1 };
      });
      assert.equal((await openKeyFile(path)).read().token, "a".repeat(64));
    });
  });
});
