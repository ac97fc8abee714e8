import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { workspacePath } from "@/store/workspace_path.ts";
import { hasCode } from "./has_code.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function environment(values: Record<string, string>): (name: string) => string | undefined {
  return (name) => values[name];
}

describe("workspacePath", () => {
  it("is what the user named, then what the environment names, then the user's data folder", () => {
    const all = { HEALER_WORKSPACE: "/env", XDG_DATA_HOME: "/xdg", HOME: "/home/me" };
    const { HEALER_WORKSPACE: _, ...xdg } = all;
    assert.equal(workspacePath({ option: "/named", environment: environment(all) }), "/named");
    assert.equal(workspacePath({ environment: environment(all) }), "/env");
    assert.equal(workspacePath({ environment: environment(xdg) }), "/xdg/systemhealer");
    assert.equal(
      workspacePath({ environment: environment({ HOME: "/home/me" }) }),
      "/home/me/.local/share/systemhealer",
    );
  });

  it("takes a name from the current folder on, and ignores empty and relative variables", () => {
    const values = { HEALER_WORKSPACE: "", XDG_DATA_HOME: "relative", HOME: "/home/me" };
    assert.equal(
      workspacePath({ environment: environment(values) }),
      "/home/me/.local/share/systemhealer",
    );
    assert.equal(
      workspacePath({ option: "../here", environment: environment({}) }),
      join(Deno.cwd(), "../here"),
    );
  });

  it("says so where there is no home", () => {
    assert.throws(() => workspacePath({ environment: environment({}) }), hasCode("store/no-home"));
  });

  it("is never inside the program's folder, not even through a link", async () => {
    const folder = await Deno.makeTempDir();
    await Deno.symlink(root, join(folder, "link"));
    const inside = [
      root,
      join(root, "store"),
      join(root, "new", "folder"),
      join(folder, "link", "x"),
    ];
    for (const option of inside) {
      assert.throws(() => workspacePath({ option }), hasCode("store/inside-code"), option);
    }
    const beside = [join(root, ".."), `${root.replace(/\/$/, "")}-data`, join(root, "..", "..x")];
    for (const option of beside) assert.equal(workspacePath({ option }), join(option));
    await Deno.remove(folder, { recursive: true });
  });
});
