import type { Text } from "../problem.ts";

/** `12,480` */
export function countText(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1 row`, `12,480 rows`; English only, Chinese has no plural. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** A share in [0, 1] as a percentage with one decimal: `38.1 %`. */
export function percentText(share: number): Text {
  const percent = share > 0 && share < 0.0005 ? "<0.1" : (100 * share).toFixed(1);
  return { en: `${percent} %`, zh: `${percent}%` };
}

/** A score in [0, 1] as summaries show it: `0.931`. */
export function scoreText(score: number): string {
  return score.toFixed(3);
}

/** Parts of a sentence, those that are there, with the separators of each language. */
export function joinTexts(parts: readonly (Text | null)[], separator: Text): Text {
  const there = parts.filter((part) => part !== null);
  return {
    en: there.map((part) => part.en).join(separator.en),
    zh: there.map((part) => part.zh).join(separator.zh),
  };
}
