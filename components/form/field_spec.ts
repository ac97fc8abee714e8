import * as z from "zod/mini";
import { textSchema } from "@/pipeline/kernel/problem_schema.ts";
import type { CodeLanguage } from "@/pipeline/param_meta.ts";
import type { Text } from "@/pipeline/problem.ts";

/** A choice among few. */
export interface Option {
  readonly value: string;
  readonly label: Text;
}

/** One of several sets of params, told apart by a name. */
export interface Variant extends Option {
  readonly help: Text | undefined;
  readonly fields: readonly FieldSpec[];
}

/** Which numbers may be typed. */
export interface NumberRange {
  readonly isInteger: boolean;
  readonly minimum: number;
  readonly maximum: number;
  /** Whether `minimum` itself is out. */
  readonly isAboveMinimum: boolean;
}

/** What a field holds. */
export type FieldType =
  | { readonly type: "switch" }
  | { readonly type: "choice"; readonly options: readonly Option[]; readonly isNullable: boolean }
  | { readonly type: "number"; readonly isNullable: boolean } & NumberRange
  /** A list of numbers, `fewest` to `most` of them. */
  | {
    readonly type: "numbers";
    readonly each: NumberRange;
    readonly fewest: number;
    readonly most: number;
  }
  /** Several of few, in an order; a member may also be an object, which a form shows but does not edit. */
  | { readonly type: "choices"; readonly options: readonly Option[]; readonly fewest: number }
  | { readonly type: "text"; readonly isMultiline: boolean; readonly maxLength: number | undefined }
  /** A text in a language that the editor of code knows. */
  | {
    readonly type: "code";
    readonly language: CodeLanguage;
    readonly maxLength: number | undefined;
  }
  /** One column of the cell's table, or none. */
  | { readonly type: "column"; readonly of: "feature" | "any"; readonly isNullable: boolean }
  | { readonly type: "columns"; readonly of: "feature" | "any" }
  /** Conditions on rows of the cell's table, all of which must hold. */
  | { readonly type: "conditions" }
  /** Columns of the cell's table and other names for them. */
  | { readonly type: "renames" }
  | { readonly type: "file" }
  | { readonly type: "variant"; readonly variants: readonly Variant[] }
  /** What no other field fits: as JSON. */
  | { readonly type: "json" };

/** A field of a form, made from the JSON Schema of a param. */
export type FieldSpec = FieldType & {
  readonly name: string;
  readonly label: Text;
  readonly help: Text | undefined;
  readonly default: unknown;
  /** It matters only while each param named here has one of these values. */
  readonly shownWhen: Readonly<Record<string, readonly unknown[]>>;
};

const metaSchema = z.object({
  label: z.optional(textSchema),
  help: z.optional(textSchema),
  options: z._default(z.record(z.string(), textSchema), {}),
  shownWhen: z._default(z.record(z.string(), z.array(z.unknown())), {}),
  columns: z.optional(z.enum(["feature", "any"])),
  file: z.optional(z.literal("table")),
  multiline: z._default(z.boolean(), false),
  conditions: z._default(z.boolean(), false),
  renames: z._default(z.boolean(), false),
  hidden: z._default(z.boolean(), false),
  code: z.optional(z.enum(["typescript", "sql"])),
  default: z.optional(z.unknown()),
});

const typeSchema = z.object({
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  enum: z.optional(z.array(z.string())),
  const: z.optional(z.unknown()),
  minimum: z.optional(z.number()),
  exclusiveMinimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  items: z.optional(z.unknown()),
  minItems: z.optional(z.number()),
  maxItems: z.optional(z.number()),
  anyOf: z.optional(z.array(z.unknown())),
  oneOf: z.optional(z.array(z.unknown())),
  properties: z.optional(z.record(z.string(), z.unknown())),
});

type Meta = z.infer<typeof metaSchema>;
type Schema = z.infer<typeof typeSchema>;

/** The fields of a JSON Schema of an object, in its order. */
export function fieldSpecs(objectSchema: unknown): FieldSpec[] {
  const { properties = {} } = typeSchema.parse(objectSchema);
  return Object.entries(properties)
    .filter(([, schema]) => !metaSchema.parse(schema).hidden)
    .map(([name, schema]) => fieldSpec(name, schema));
}

function fieldSpec(name: string, json: unknown): FieldSpec {
  const meta = metaSchema.parse(json);
  return {
    ...fieldType(json, meta),
    name,
    label: meta.label ?? { en: name, zh: name },
    help: meta.help,
    default: meta.default,
    shownWhen: meta.shownWhen,
  };
}

function fieldType(json: unknown, meta: Meta): FieldType {
  if (meta.file !== undefined) return { type: "file" };
  if (meta.conditions) return { type: "conditions" };
  if (meta.renames) return { type: "renames" };
  const outer = typeSchema.parse(json);
  const variants = variantsOf(outer, meta);
  if (variants !== undefined) return { type: "variant", variants };
  const { schema, isNullable } = withoutNull(outer);
  if (meta.columns !== undefined) {
    return schema.type === "array"
      ? { type: "columns", of: meta.columns }
      : { type: "column", of: meta.columns, isNullable };
  }
  if (schema.enum !== undefined) {
    return { type: "choice", options: optionsOf(schema.enum, meta), isNullable };
  }
  switch (schema.type) {
    case "boolean":
      return { type: "switch" };
    case "number":
    case "integer":
      return { type: "number", isNullable, ...numberRange(schema) };
    case "array":
      return numbersField(schema) ?? choicesField(schema, meta) ?? { type: "json" };
    case "string":
      if (meta.code !== undefined) {
        return { type: "code", language: meta.code, maxLength: schema.maxLength };
      }
      return { type: "text", isMultiline: meta.multiline, maxLength: schema.maxLength };
    default:
      return { type: "json" };
  }
}

function numberRange(schema: Schema): NumberRange {
  return {
    isInteger: schema.type === "integer",
    minimum: schema.minimum ?? schema.exclusiveMinimum ?? -Infinity,
    maximum: schema.maximum ?? Infinity,
    isAboveMinimum: schema.minimum === undefined && schema.exclusiveMinimum !== undefined,
  };
}

/** A field for a list, if it is one of numbers. */
function numbersField({ items, minItems = 0, maxItems = Infinity }: Schema): FieldType | undefined {
  const each = typeSchema.safeParse(items).data;
  if (each?.type !== "number" && each?.type !== "integer") return undefined;
  return { type: "numbers", each: numberRange(each), fewest: minItems, most: maxItems };
}

/** A field for a list, if its members are values of an enum, alone or beside objects. */
function choicesField({ items, minItems = 0 }: Schema, meta: Meta): FieldType | undefined {
  const each = typeSchema.safeParse(items).data;
  const kinds = each?.anyOf?.map((kind) => typeSchema.parse(kind)) ?? (each ? [each] : []);
  const names = kinds.flatMap((kind) => kind.enum ?? []);
  return names.length > 0
    ? { type: "choices", options: optionsOf(names, meta), fewest: minItems }
    : undefined;
}

/** The variants of a union of objects that are told apart by their `name`. */
function variantsOf({ oneOf = [] }: Schema, meta: Meta): Variant[] | undefined {
  const variants = oneOf.flatMap((json) => {
    const { name, ...properties } = typeSchema.parse(json).properties ?? {};
    const value = typeSchema.safeParse(name).data?.const;
    if (typeof value !== "string") return [];
    const fields = fieldSpecs({ properties });
    const { help } = metaSchema.parse(json);
    return [{ value, label: optionLabel(value, meta), help, fields }];
  });
  return variants.length > 0 && variants.length === oneOf.length ? variants : undefined;
}

/** What a schema allows beside null, which is said as one of its types or as a member of a union. */
function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  if (Array.isArray(schema.type)) {
    const [type, ...others] = schema.type.filter((each) => each !== "null");
    if (others.length > 0) return { schema: {}, isNullable: false };
    return { schema: { ...schema, type }, isNullable: schema.type.length > 1 };
  }
  const members = (schema.anyOf ?? []).map((member) => typeSchema.parse(member));
  const [first, ...others] = members.filter(({ type }) => type !== "null");
  const isNullable = first !== undefined && others.length === 0 && members.length > 1;
  return isNullable ? { schema: first, isNullable } : { schema, isNullable: false };
}

function optionsOf(values: readonly string[], meta: Meta): Option[] {
  return values.map((value) => ({ value, label: optionLabel(value, meta) }));
}

function optionLabel(value: string, { options }: Meta): Text {
  return options[value] ?? { en: value, zh: value };
}
