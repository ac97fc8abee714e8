import { type Command, Option } from "commander";
import { z } from "zod";
import { repeated } from "./option_values.ts";

/** What {@linkcode notebookOptions} parse to. */
export const notebookOptionsSchema = z.object({
  data: z.array(z.string()),
  set: z.array(z.string()),
  language: z.enum(["en", "zh"]).exactOptional(),
});

/** The options of commands that run notebooks. */
export function notebookOptions(command: Command): Command {
  return command
    .option("--data <cell=file>", "table that a cell reads; may be repeated", repeated, [])
    .option("--set <cell.param=value>", "param of a cell; may be repeated", repeated, [])
    .addOption(
      new Option("--language <language>", "language of the files (default: that of messages)")
        .choices(["en", "zh"]),
    );
}
