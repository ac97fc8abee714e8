import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DropMessage } from "@/components/drop/drop_message.tsx";
import {
  type Dropped,
  lookAtFiles,
  tellFileOver,
  useFileOver,
} from "@/components/dropped_files.ts";
import { LanguageContext } from "@/components/language.ts";
import { dropTexts } from "@/components/texts_drop.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";

interface Refusal {
  readonly problem: Problem;
  readonly Message: ComponentType<Parameters<typeof DropMessage>[0]>;
}

/** Takes files that are dropped anywhere on the page. What looks at them is fetched with the first one. */
export default function Drops(
  { uploadLimit, language }: {
    /** How many bytes the server takes. */
    readonly uploadLimit: number;
    readonly language: Language;
  },
): JSX.Element {
  const [refusal, setRefusal] = useState<Refusal>();
  const isOver = useFileOver();
  useEffect(() => {
    const take = (dropped: Dropped): void => {
      setRefusal(undefined);
      const work = async (): Promise<void> => {
        const { takeFile } = await import("@/components/drop/take_file.ts");
        await takeFile(dropped, uploadLimit);
      };
      work().catch(async (error: unknown) => {
        const { problemOf } = await import("./api.ts");
        const { DropMessage: Message } = await import("@/components/drop/drop_message.tsx");
        setRefusal({ problem: problemOf(error), Message });
      });
    };
    const ended = new AbortController();
    const on = (type: "dragover" | "dragleave" | "drop", listen: (event: DragEvent) => void) =>
      document.addEventListener(type, listen, { signal: ended.signal });
    on("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      tellFileOver(true);
    });
    on("dragleave", ({ relatedTarget }) => {
      if (relatedTarget === null) tellFileOver(false);
    });
    on("drop", (event) => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      tellFileOver(false);
      take(contentOf(event.dataTransfer));
    });
    const stop = lookAtFiles(take);
    return () => {
      ended.abort();
      stop();
    };
  }, [uploadLimit]);
  return (
    <LanguageContext.Provider value={language}>
      {isOver && <p class="drop-frame">{dropTexts.dropNow[language]}</p>}
      {refusal && (
        <refusal.Message
          problem={refusal.problem}
          onDismiss={() => setRefusal(undefined)}
        />
      )}
    </LanguageContext.Provider>
  );
}

/** What a transfer holds, taken out of it at once: it is empty as soon as anything was waited for. */
function contentOf({ items, files }: DataTransfer): Dropped {
  const entries = [...items].map((item) => item.kind === "file" ? item.webkitGetAsEntry() : null);
  const folder = entries.find((entry) => entry?.isDirectory);
  return { files: [...files], ...(folder ? { folder: folder.name } : {}) };
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
