import { startImport } from "@/islands/start_import.ts";
import { currentTaker, type Dropped } from "../dropped_files.ts";
import { isNotebookFile, makeNotebook } from "../file_work.ts";
import { examineFile, oneFile } from "./examine_file.ts";

/**
 * Does with a file that came what the page wants of it: a notebook opens, a table goes to whoever asked for one, else to be
 * imported.
 *
 * @param limit How many bytes the server takes.
 * @throws {HealerError} `drop/…`; what the server says of a notebook
 */
export async function takeFile(dropped: Dropped, limit: number): Promise<void> {
  const file = oneFile(dropped);
  await examineFile(file, limit);
  if (isNotebookFile(file)) {
    location.assign(await makeNotebook({ text: await file.text() }));
    return;
  }
  const take = currentTaker();
  if (take !== undefined) take(file);
  else await startImport(file);
}
