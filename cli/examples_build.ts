import { writeAtomically } from "@/pipeline/atomic_file.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { kindsByName } from "@/pipeline/kernel/notebook.ts";
import { fileURLToPath } from "node:url";
import { exampleFiles, exampleNotebook, examplesFolder } from "./example_files.ts";
import { refuseFailed, withFinished } from "./finished_notebook.ts";
import { openTerminal } from "./terminal.ts";

// Makes `docs/examples/`: the notebook that ships with the workbench in every form it can be taken away in.

const terminal = openTerminal({ json: false, language: "en" });
const notebook = await exampleNotebook();
const kinds = kindsByName(cellKinds);
const order = { notebook, kinds, files: [], cells: "all", language: "en" } as const;
const files = await withFinished(order, terminal, async (source) => {
  refuseFailed(source.cells);
  return await exampleFiles(source);
});
for (const [name, bytes] of files) {
  await writeAtomically(fileURLToPath(new URL(name, examplesFolder)), bytes);
  terminal.say(`→ docs/examples/${name} (${bytes.length} bytes)`);
}
