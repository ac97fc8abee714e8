import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { JsonSchema } from "@/web/openapi.ts";
import { apiTexts } from "../texts_api.ts";

const prefix = "#/components/schemas/";

/** A piece of the text of a type: plain, or the name of a schema to be linked to. */
export type TypeWord = string | { readonly schema: string };

/** The type that a JSON Schema describes, in a few words: `list of Cell`, `"csv" | "json"`, `number or null`. */
export function typeWords(
  schema: JsonSchema | boolean | undefined,
  language: Language,
): TypeWord[] {
  if (typeof schema !== "object") return [apiTexts.anything[language]];
  const { $ref, anyOf, oneOf, type, items, additionalProperties } = schema;
  if (typeof $ref === "string") return [{ schema: $ref.slice(prefix.length) }];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (Array.isArray(schema.enum)) {
    return [schema.enum.map((value: unknown) => JSON.stringify(value)).join(" | ")];
  }
  const members = anyOf ?? oneOf;
  if (Array.isArray(members)) return unionWords(members, language);
  if (type === "array" && !Array.isArray(items)) {
    return [word(apiTexts.listOf, language), ...typeWords(items, language)];
  }
  if (type === "object" && typeof additionalProperties === "object") {
    return [word(apiTexts.mapOf, language), ...typeWords(additionalProperties, language)];
  }
  return [typeof type === "string" ? type : apiTexts.anything[language]];
}

function unionWords(members: readonly JsonSchema[], language: Language): TypeWord[] {
  const others = members.filter(({ type }) => type !== "null");
  const words = others.flatMap((member, index) => [
    ...(index === 0 ? [] : [" | "]),
    ...typeWords(member, language),
  ]);
  return others.length === members.length ? words : [...words, ` ${apiTexts.orNull[language]}`];
}

function word(text: Text, language: Language): string {
  return text[language] + { en: " ", zh: "：" }[language];
}
