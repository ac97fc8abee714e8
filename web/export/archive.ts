import { Zip, ZipDeflate } from "fflate";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { Language } from "../language.ts";
import type { TakenFile } from "./all_files.ts";

/** What a refused format leaves in its place. */
const leftOutName = "left-out.txt";

const leftOutWords: Text = {
  en: "What this notebook could not be exported as, and why:",
  zh: "未能导出的格式及原因：",
};

/** Archives may hold no earlier time. */
const earliest = new Date("1980-01-02T00:00:00Z");

/**
 * Files as one ZIP archive, made while it is read. What a format refuses is told in a text among them.
 *
 * @param time Stands for each file, so that the same files make the same archive.
 */
export function archive(
  files: readonly TakenFile[],
  { language, time }: { readonly language: Language; readonly time: Date },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >();
  const writer = writable.getWriter();
  writeArchive(files, language, time < earliest ? earliest : time, writer)
    // Whoever reads hears of it; nobody else is there.
    .catch((error) => writer.abort(error).catch(() => {}));
  return readable;
}

async function writeArchive(
  files: readonly TakenFile[],
  language: Language,
  time: Date,
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const made: Uint8Array<ArrayBuffer>[] = [];
  const flush = async (): Promise<void> => {
    for (const piece of made.splice(0)) await writer.write(piece);
  };
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    made.push(new Uint8Array(piece));
  });
  const refused: string[] = [];
  for (const file of files) {
    const entry = new Entry(zip, file.name, time);
    try {
      await file.write(async (piece) => {
        entry.push(piece);
        await flush();
      });
    } catch (error) {
      if (!file.isOptional || !(error instanceof HealerError) || entry.isBegun) throw error;
      const { message, hint } = error.problem;
      refused.push(`${file.name}: ${message[language]} ${hint[language]}`);
      continue;
    }
    entry.end();
    await flush();
  }
  if (refused.length > 0) {
    const entry = new Entry(zip, leftOutName, time);
    const lines = [leftOutWords[language], "", ...refused];
    entry.push(new TextEncoder().encode(lines.join("\n") + "\n"));
    entry.end();
  }
  zip.end();
  await flush();
  await writer.close();
}

/** One file of an archive, which begins with its first piece. */
class Entry {
  private stream: ZipDeflate | undefined;

  constructor(
    private readonly zip: Zip,
    private readonly name: string,
    private readonly time: Date,
  ) {}

  get isBegun(): boolean {
    return this.stream !== undefined;
  }

  push(piece: Uint8Array): void {
    this.begin().push(piece);
  }

  end(): void {
    this.begin().push(new Uint8Array(), true);
  }

  private begin(): ZipDeflate {
    if (this.stream === undefined) {
      this.stream = new ZipDeflate(this.name, { level: 6 });
      this.stream.mtime = this.time;
      this.zip.add(this.stream);
    }
    return this.stream;
  }
}
