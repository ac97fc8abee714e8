import { pageLanguage, startImport } from "@/islands/start_import.ts";
import { currentTaker, type Dropped } from "../dropped_files.ts";
import { isNotebookFile } from "../file_work.ts";
import { examineFile, oneFile } from "./examine_file.ts";

/**
 * Does with a file that came what the page wants of it: a notebook or a pipeline is looked at before it is opened, a
 * table goes to whoever asked for one, else to be imported.
 *
 * @param limit How many bytes the server takes.
 * @throws {HealerError} `drop/…`; what the server says of a notebook
 */
export async function takeFile(dropped: Dropped, limit: number): Promise<void> {
  const file = oneFile(dropped);
  await examineFile(file, limit);
  if (isNotebookFile(file)) {
    const { showOpening } = await import("../opening/show_opening.tsx");
    await showOpening(file, pageLanguage());
    return;
  }
  const take = currentTaker();
  if (take !== undefined) take(file);
  else await startImport(file);
}
