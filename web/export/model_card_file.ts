import { z } from "zod";
import type { Value } from "@/pipeline/cells/value.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { type ModelCard, modelCardSchema } from "@/pipeline/model/model_card.ts";

const carriedSchema = z.object({ type: z.literal("model"), card: modelCardSchema });

/** The card of a model as the text of a file of its own; undefined for what is no model. */
export function modelCardText(value: Value, catalogue: FaultCatalogue): string | undefined {
  const card = carriedSchema.safeParse(value).data?.card;
  return card && cardText(card, catalogue);
}

/** A model card as the text of a file, and with it what people call the classes, where they have named any. */
export function cardText(card: ModelCard, catalogue: FaultCatalogue): string {
  const faults = catalogue.length === 0 ? {} : { faults: catalogue };
  return JSON.stringify({ ...card, ...faults }, null, 2) + "\n";
}
