import * as z from "zod/mini";
import type { Text } from "@/pipeline/problem.ts";
import * as apiSchemas from "./api_schema.ts";
import * as cellSchemas from "./cell_schema.ts";
import * as diagnosisSchemas from "./diagnosis_schema.ts";
import * as differencesSchemas from "./differences_schema.ts";
import * as exportSchemas from "./export_schema.ts";
import * as faultsSchemas from "./faults_schema.ts";
import type { Language } from "./language.ts";
import * as listsSchemas from "./lists_schema.ts";
import { methods } from "./methods.ts";
import * as openingSchemas from "./opening_schema.ts";
import { type Content, isSchema, type Operation, type Operations } from "./operation.ts";
import * as pipelineSchemas from "./pipeline_schema.ts";
import * as revisionSchemas from "./revision_schema.ts";
import { byPattern, routePattern } from "./route_path.ts";
import * as runSchemas from "./run_schema.ts";
import * as sampleSchemas from "./sample_schema.ts";
import * as tableSchemas from "./table_schema.ts";
import * as unknownSchemas from "./unknown_schema.ts";
import * as uploadSchemas from "./upload_schema.ts";

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** One operation as OpenAPI has it. */
export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly ParameterObject[];
  readonly requestBody?: { readonly required: true; readonly content: ContentObject };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: ContentObject }>
  >;
}

/** A part of the path or of the query. */
export interface ParameterObject {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: JsonSchema;
}

type ContentObject = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/** The whole description of the API. */
export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** A route file as far as its documentation needs it. */
export interface DescribedRoute {
  readonly path: string;
  readonly operations: Operations;
}

const description: Text = {
  en:
    "All that the pages of the workbench do, for programs: JSON over HTTP. Every failure answers " +
    "`{error: {code, message, place, hint}}`. Send the API token as `Authorization: Bearer healer_…`, or the session cookie.",
  zh: "页面上的一切操作都可由程序通过 HTTP 与 JSON 完成。失败时一律返回 " +
    "`{error: {code, message, place, hint}}`。" +
    "请以 `Authorization: Bearer healer_…` 发送 API 令牌，或使用会话 Cookie。",
};

const failed: Text = { en: "What is wrong and what to do", zh: "问题说明与处理建议" };
const done: Text = { en: "Done", zh: "完成" };

const named = {
  ...apiSchemas,
  ...cellSchemas,
  ...diagnosisSchemas,
  ...differencesSchemas,
  ...exportSchemas,
  ...faultsSchemas,
  ...listsSchemas,
  ...openingSchemas,
  ...pipelineSchemas,
  ...revisionSchemas,
  ...runSchemas,
  ...sampleSchemas,
  ...tableSchemas,
  ...unknownSchemas,
  ...uploadSchemas,
};

/** The API as OpenAPI 3.1.1 (https://spec.openapis.org/oas/v3.1.1), from what its routes say of themselves. */
export function openApi(
  routes: readonly DescribedRoute[],
  { version, language }: { readonly version: string; readonly language: Language },
): OpenApiDocument {
  const registry = namedSchemas();
  const schemaOf = (schema: z.core.$ZodType): JsonSchema => {
    const name = registry.get(schema)?.id;
    return name === undefined ? inline(schema, "output") : { $ref: reference(name) };
  };
  const patterns = routes.filter(({ operations }) => Object.keys(operations).length > 0)
    .map((route) => ({ ...route, pattern: routePattern(route.path) }))
    .sort((a, b) => byPattern(a.pattern, b.pattern));
  return {
    openapi: "3.1.1",
    info: { title: "SystemHealer Workbench", version, description: description[language] },
    paths: Object.fromEntries(patterns.map(({ pattern, operations }) => {
      const path = pattern.replace(/:(\w+)(\{\.\+\})?/g, "{$1}");
      const described = methods.flatMap((method) => {
        const operation = operations[method];
        return operation === undefined
          ? []
          : [[method.toLowerCase(), operationObject(path, method, operation, language, schemaOf)]];
      });
      return [path, Object.fromEntries(described)];
    })),
    components: {
      schemas: componentSchemas(registry),
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "healer" },
      },
    },
    security: [{ token: [] }, { session: [] }],
  };
}

type Registry = z.core.$ZodRegistry<{ id: string }>;

/** Every schema that goes over the wire under its own name: `notebookViewSchema` is `NotebookView`. */
function namedSchemas(): Registry {
  const registry: Registry = z.registry<{ id: string }>();
  for (const [key, value] of Object.entries(named)) {
    const name = /^(\w)(\w*)Schema$/.exec(key);
    if (name === null || typeof value !== "object" || !("_zod" in value)) continue;
    registry.add(value, { id: `${name[1]?.toUpperCase()}${name[2]}` });
  }
  return registry;
}

function componentSchemas(registry: Registry): Record<string, JsonSchema> {
  const options = { uri: reference, unrepresentable: "any" } as const;
  const { schemas } = z.toJSONSchema(registry, options);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

function inline(schema: z.core.$ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}

function operationObject(
  path: string,
  method: string,
  { summary, query, body, answer, status }: Operation,
  language: Language,
  schemaOf: (schema: z.core.$ZodType) => JsonSchema,
): OperationObject {
  const words = path.split("/").slice(2).map((part) => part.replace(/[{}]/g, ""));
  const content = answer && contentOf(answer, schemaOf);
  return {
    operationId: [method.toLowerCase(), ...words].join("-"),
    summary: summary[language],
    tags: words.slice(0, 1),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
        name,
        in: "path" as const,
        required: true,
        schema: { type: "string" as const },
      })),
      ...(query === undefined ? [] : queryParameters(inline(query, "input"))),
    ],
    ...(body === undefined ? {} : {
      requestBody: {
        required: true,
        content: contentOf(body, (schema) => inline(schema, "input")),
      },
    }),
    responses: {
      [status ?? (answer === undefined ? 204 : 200)]: {
        description: done[language],
        ...(content === undefined ? {} : { content }),
      },
      default: {
        description: failed[language],
        content: { "application/json": { schema: { $ref: reference("Error") } } },
      },
    },
  };
}

function queryParameters({ properties = {}, required = [] }: JsonSchema): ParameterObject[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: typeof schema === "object" && schema !== null ? schema : {},
  }));
}

function contentOf(
  content: Content,
  schemaOf: (schema: z.core.$ZodType) => JsonSchema,
): ContentObject {
  return isSchema(content)
    ? { "application/json": { schema: schemaOf(content) } }
    : Object.fromEntries(content.media.map((media) => [media, {}]));
}
