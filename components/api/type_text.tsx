import type { JSX } from "preact";
import type { Language } from "@/web/language.ts";
import type { JsonSchema } from "@/web/openapi.ts";
import { apiTexts } from "../texts_api.ts";
import { typeWords } from "./schema_text.ts";

/** Objects within objects are unfolded to this depth. */
const deepest = 4;

/** The type of a value: in words, and where it is an object, its fields below. */
export function TypeText(
  { schema, language, depth = 0 }: {
    readonly schema: JsonSchema | boolean | undefined;
    readonly language: Language;
    readonly depth?: number;
  },
): JSX.Element {
  const fields = depth < deepest ? fieldsOf(schema) : [];
  return (
    <>
      <span class="type-text">
        {typeWords(schema, language).map((word) =>
          typeof word === "string"
            ? word
            : <a key={word.schema} href={`#schema-${word.schema}`}>{word.schema}</a>
        )}
      </span>
      {fields.map((group, index) => (
        <dl key={index} class="type-fields">
          {group.map(({ name, isRequired, type }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {isRequired && <span class="faint tiny">{apiTexts.required[language]}</span>}
              </dt>
              <dd>
                <TypeText schema={type} language={language} depth={depth + 1} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  );
}

interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: JsonSchema | boolean;
}

/** The fields of an object, or of each member of a union of objects; of a list, those of its items. */
function fieldsOf(schema: JsonSchema | boolean | undefined): Field[][] {
  if (typeof schema !== "object") return [];
  const { properties, required = [], items, anyOf, oneOf } = schema;
  if (properties !== undefined) {
    return [
      Object.entries(properties).map(([name, type]) => ({
        name,
        isRequired: required.includes(name),
        type,
      })),
    ];
  }
  if (items !== undefined && !Array.isArray(items)) return fieldsOf(items);
  return (anyOf ?? oneOf ?? []).flatMap(fieldsOf);
}
