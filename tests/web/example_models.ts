import assert from "node:assert/strict";
import { cardKey, modelCardSchema } from "@/pipeline/model/model_card.ts";
import { seal, sealKey } from "@/pipeline/model/seal.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { setMetadata } from "@/pipeline/onnx/set_metadata.ts";
import { broughtModelSchema, type ModelAnswer } from "@/web/api_schema.ts";
import type { ApiApp } from "./api_app.ts";

/** A model that the project has trained on its own simulation. */
export const exampleModel = await Deno.readFile(
  new URL("../../docs/examples/train.onnx", import.meta.url),
);

/** The same model as if it had been trained once more, on other data. */
export function trainedAgain(seed: number): Uint8Array<ArrayBuffer> {
  const metadata = readMetadata(exampleModel);
  const card = modelCardSchema.parse(JSON.parse(metadata.get(cardKey) ?? ""));
  const data = { ...card.data, sha256: String(seed).padStart(64, "0") };
  const text = JSON.stringify({ ...card, seed, data });
  return seal(setMetadata(exampleModel, new Map([[cardKey, text], [sealKey, undefined]])));
}

/** Brings a model in, which has to succeed. */
export async function bringIn(
  app: ApiApp,
  body: Uint8Array<ArrayBuffer> = exampleModel,
  name = "cluster.onnx",
): Promise<ModelAnswer> {
  const path = `/api/models?${new URLSearchParams({ name })}`;
  const { model, notices } = await app.ask(broughtModelSchema, path, { method: "POST", body });
  assert.deepEqual(notices, []);
  return model;
}
