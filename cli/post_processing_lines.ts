import type { ModelCard } from "@/pipeline/model/model_card.ts";
import type { Language } from "./terminal.ts";

/** How a model corrects its probabilities and weighs its classes, as lines of text; none where it does neither. */
export function postProcessingLines(
  { calibration, decision_weights, classes }: ModelCard,
  language: Language,
): string[] {
  const lines: string[] = [];
  if (calibration) {
    const how = calibration.method === "temperature"
      ? {
        en: `temperature scaling (temperature ${calibration.temperature.toFixed(3)})`,
        zh: `温度缩放（温度 ${calibration.temperature.toFixed(3)}）`,
      }[language]
      : { en: "isotonic regression", zh: "保序回归" }[language];
    lines.push({ en: `probabilities calibrated by ${how}`, zh: `概率已校准：${how}` }[language]);
  }
  if (decision_weights) {
    const weights = classes.map((name, code) => `${name} ${decision_weights[code]?.toFixed(2)}`);
    lines.push(
      {
        en: `diagnosis by weighted probability: ${weights.join(", ")}`,
        zh: `按加权概率判定：${weights.join("，")}`,
      }[language],
    );
  }
  return lines;
}
