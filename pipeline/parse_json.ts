import { jsonErrorPlace, type TextPlace } from "./json_error_place.ts";
import { HealerError, type Problem } from "./problem.ts";

/**
 * What a JSON text holds; a byte order mark before it does not count.
 *
 * @throws {HealerError} what `problemAt` says of the place where the text stops being JSON
 */
export function parseJson(text: string, problemAt: (place: TextPlace) => Problem): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (cause) {
    const place = jsonErrorPlace(json) ?? { line: 1, column: 1 };
    throw new HealerError(problemAt(place), { cause });
  }
}
