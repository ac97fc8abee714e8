import { Console } from "node:console";
import { Writable } from "node:stream";
import * as aq from "arquero";
import { codeLimits } from "../limits.ts";

/**
 * The console of the code: each call is a message for `tell`. Whoever prints too many lines is told on by
 * `flood`, and nothing more is heard of it.
 */
export function codeConsole(tell: (message: string) => void, flood: () => void): Console {
  describeTables();
  return new Console(new Log(tell, flood));
}

/** A stream that takes each message at once: what waits in a buffer grows while a loop prints. */
class Log extends Writable {
  private lines = 0;

  constructor(
    private readonly tell: (message: string) => void,
    private readonly flood: () => void,
  ) {
    super();
  }

  override write(text: unknown): boolean {
    if (this.lines > codeLimits.lines) return true;
    this.lines++;
    if (this.lines > codeLimits.lines) this.flood();
    else this.tell(String(text).replace(/\n$/, "").slice(0, codeLimits.lineLength));
    return true;
  }
}

/** A table in the log is its size and its columns: its insides would fill the log. */
function describeTables(): void {
  Object.defineProperty(aq.ColumnTable.prototype, Symbol.for("nodejs.util.inspect.custom"), {
    value(this: aq.ColumnTable): string {
      const names = this.columnNames();
      const more = names.length > 12 ? ", …" : "";
      return `table of ${this.numRows()} rows × ${names.length} columns: ` +
        names.slice(0, 12).join(", ") + more;
    },
  });
}
