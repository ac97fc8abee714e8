import type { Text } from "./problem.ts";

/** `"a", "b", "c", "d", "e" and 3 more`: at most five names, each cut to 60 characters, so that a message stays readable. */
export function nameList(names: readonly string[]): Text {
  const shown = names.slice(0, 5).map((name) =>
    name.length > 60 ? `"${name.slice(0, 57)}…"` : `"${name}"`
  );
  const more = names.length - shown.length;
  return {
    en: shown.join(", ") + (more > 0 ? ` and ${more} more` : ""),
    zh: shown.join("、") + (more > 0 ? ` 等 ${names.length} 个` : ""),
  };
}
