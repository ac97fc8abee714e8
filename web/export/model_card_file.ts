import { z } from "zod";
import type { Value } from "@/pipeline/cells/value.ts";
import { modelCardSchema } from "@/pipeline/model/model_card.ts";

const carriedSchema = z.object({ type: z.literal("model"), card: modelCardSchema });

/** The card of a model as the text of a file of its own; undefined for what is no model. */
export function modelCardText(value: Value): string | undefined {
  const card = carriedSchema.safeParse(value).data?.card;
  return card && cardText(card);
}

/** A model card as the text of a file. */
export function cardText(card: unknown): string {
  return JSON.stringify(card, null, 2) + "\n";
}
