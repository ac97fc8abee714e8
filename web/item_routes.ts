import type { core } from "zod/mini";
import type { Text } from "@/pipeline/problem.ts";
import { createdSchema, datasetSchema, modelSchema } from "./api_schema.ts";
import type { Handlers } from "./create_define.ts";
import { define, type State } from "./define.ts";
import { diagnosisSchema } from "./diagnosis_schema.ts";
import { duplicateSchema, type ListName, renameSchema } from "./lists_schema.ts";
import type { Operations } from "./operation.ts";
import { pipelineSchema } from "./pipeline_schema.ts";
import { readJson } from "./request_body.ts";
import type { CopiedList, ItemList } from "./workbench/items.ts";
import type { Workbench } from "./workbench/workbench.ts";

/** The exports of a route file. */
interface ApiRoute {
  readonly api: Operations;
  readonly handler: Handlers<State>;
}

/** What the routes of a list give of an entry, and where they find it. */
interface Item {
  readonly answer: core.$ZodType;
  readonly read: (workbench: Workbench, id: string) => unknown;
}

const items: Readonly<Record<ItemList, Item>> = {
  datasets: { answer: datasetSchema, read: ({ datasets }, id) => datasets.get(id) },
  pipelines: { answer: pipelineSchema, read: ({ pipelines }, id) => pipelines.get(id) },
  models: { answer: modelSchema, read: (workbench, id) => workbench.model(id) },
  diagnoses: { answer: diagnosisSchema, read: ({ diagnoses }, id) => diagnoses.get(id) },
};

/** One entry of each list, as the descriptions of the API call it. */
const names: Readonly<Record<ListName, Text>> = {
  notebooks: { en: "notebook", zh: "笔记本" },
  datasets: { en: "dataset", zh: "数据集" },
  pipelines: { en: "pipeline", zh: "流水线" },
  models: { en: "model", zh: "模型" },
  diagnoses: { en: "diagnosis", zh: "诊断" },
};

/** `[id].ts` of a list: GET reads an entry, PATCH gives it another name, DELETE takes it off the list until it is restored. */
export function itemRoute(list: ItemList): ApiRoute {
  const { answer, read } = items[list];
  const { en, zh } = names[list];
  return {
    api: define.api({
      GET: { summary: { en: `One ${en}`, zh: `一个${zh}` }, answer },
      PATCH: {
        summary: { en: `Gives a ${en} another name`, zh: `重命名${zh}` },
        body: renameSchema,
        answer,
      },
      DELETE: {
        summary: {
          en: `Takes a ${en} off the list; it can be restored`,
          zh: `从列表移除${zh}，可恢复`,
        },
      },
    }),
    handler: define.handlers({
      GET: (ctx) => Response.json(read(ctx.state.services.workbench, ctx.params.id ?? "")),
      PATCH: async (ctx) => {
        const { workbench } = ctx.state.services;
        const { name } = await readJson(ctx.req, renameSchema);
        workbench.items.rename(list, ctx.params.id ?? "", name);
        return Response.json(read(workbench, ctx.params.id ?? ""));
      },
      DELETE: (ctx) => {
        ctx.state.services.workbench.items.delete(list, ctx.params.id ?? "");
        return new Response(null, { status: 204 });
      },
    }),
  };
}

/** `[id]/duplicate.ts` of a list: the same entry once more, under another name. */
export function duplicateRoute(list: CopiedList): ApiRoute {
  const { en, zh } = names[list];
  return {
    api: define.api({
      POST: {
        summary: { en: `The same ${en} once more, under another name`, zh: `以另一名称复制${zh}` },
        body: duplicateSchema,
        answer: createdSchema,
        status: 201,
      },
    }),
    handler: define.handlers({
      POST: async (ctx) => {
        const { language, services: { workbench } } = ctx.state;
        const { name } = await readJson(ctx.req, duplicateSchema);
        const id = workbench.items.duplicate(list, ctx.params.id ?? "", language, name);
        return Response.json({ id }, { status: 201 });
      },
    }),
  };
}

/** `[id]/restore.ts` of a list: undoes the deletion of an entry. */
export function restoreRoute(list: ListName): ApiRoute {
  const { en, zh } = names[list];
  return {
    api: define.api({
      POST: { summary: { en: `Restores a deleted ${en}`, zh: `恢复已删除的${zh}` } },
    }),
    handler: define.handlers({
      POST: (ctx) => {
        const { notebooks, items } = ctx.state.services.workbench;
        const id = ctx.params.id ?? "";
        if (list === "notebooks") notebooks.restore(id);
        else items.restore(list, id);
        return new Response(null, { status: 204 });
      },
    }),
  };
}
