import { fileURLToPath } from "node:url";
import { modelFeatures } from "@/pipeline/diagnosis/model_features.ts";
import { openModelBytes, openModelFile } from "@/pipeline/model/model_file.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";

const path = fileURLToPath(new URL("../../docs/examples/train.onnx", import.meta.url));

/** Puts the model of the examples into a workspace: a random forest of 109 features and nine classes. */
export async function addExampleModel({ blobs, models }: Workspace): Promise<Model> {
  const bytes = await Deno.readFile(path);
  await using file = await openModelBytes(bytes, path);
  const stored = await blobs.put(bytes);
  return models.add({
    name: "cluster",
    file: stored,
    card: file.card,
    notebook: null,
    dataset: null,
  });
}

/** What a fault's rows have in the middle, by feature. */
export async function exampleMedians(fault: string): Promise<Record<string, number | null>> {
  await using file = await openModelFile(path);
  const { features, classes } = modelFeatures(file);
  const code = classes.indexOf(fault);
  return Object.fromEntries(
    features.map(({ name, statistics }) => [name, statistics?.perClass[code]?.median ?? null]),
  );
}
