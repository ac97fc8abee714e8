import { render } from "preact";
import { openingApi, type OpeningSource } from "@/islands/opening_api.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { openingProblem } from "@/web/opening/problems.ts";
import { openingLimits, type OpeningSummary } from "@/web/opening_schema.ts";
import { dropProblems } from "../drop/drop_problems.ts";
import { LanguageContext } from "../language.ts";
import { OpeningDialog } from "./opening_dialog.tsx";

/**
 * Says what a file from elsewhere will do, and opens it where the user wants that.
 *
 * @throws {HealerError} `drop/unreadable`; what the server says
 */
export async function showOpening(file: File, language: Language): Promise<void> {
  const source = await readSource(file);
  const summary = source.content.size > openingLimits.bytes
    ? tooLarge(source)
    : await openingApi.summary(source);
  const place = document.createElement("div");
  document.body.append(place);
  render(
    <LanguageContext.Provider value={language}>
      <OpeningDialog
        source={source}
        summary={summary}
        onClose={() => {
          render(null, place);
          place.remove();
        }}
      />
    </LanguageContext.Provider>,
    place,
  );
}

/** The file as it is now: what is opened is what was looked at, whatever becomes of the file meanwhile. */
async function readSource(file: File): Promise<OpeningSource> {
  const { name, size } = file;
  if (size > openingLimits.bytes) return { name, content: file };
  try {
    const type = "application/json";
    return { name, content: new Blob([await file.arrayBuffer()], { type }) };
  } catch (cause) {
    throw new HealerError(dropProblems.unreadable(name), { cause });
  }
}

function tooLarge({ name, content: { size } }: OpeningSource): OpeningSummary {
  return {
    kind: "nothing",
    file: { name, bytes: size },
    problem: openingProblem.tooLarge(name, openingLimits.bytes),
    otherReading: null,
  };
}
