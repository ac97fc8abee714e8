import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { type Notebook, parseNotebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Example } from "../api_schema.ts";
import { workbenchProblem } from "./problems.ts";

/** The notebooks that ship with the program, in its folder `notebooks/`. */
export class Examples {
  constructor(
    private readonly kinds: ReadonlyMap<string, CellKind>,
    private readonly folder: URL = new URL("../../notebooks/", import.meta.url),
  ) {}

  /** All of them, by name. */
  async list(): Promise<Example[]> {
    return await Promise.all((await this.names()).map(async (name) => {
      const { title, cells } = await this.read(name);
      return { name, title, cells: cells.length };
    }));
  }

  /** @throws {HealerError} `workbench/example-not-found` */
  async open(name: string): Promise<Notebook> {
    const names = await this.names();
    if (names.includes(name)) return await this.read(name);
    throw new HealerError(workbenchProblem.noSuchExample(name, names));
  }

  private async names(): Promise<string[]> {
    const files = await Array.fromAsync(Deno.readDir(this.folder));
    return files.filter(({ name, isFile }) => isFile && name.endsWith(".json"))
      .map(({ name }) => name.slice(0, -".json".length)).sort();
  }

  private async read(name: string): Promise<Notebook> {
    const text = await Deno.readTextFile(new URL(`${encodeURIComponent(name)}.json`, this.folder));
    return parseNotebook(text, this.kinds).notebook;
  }
}
