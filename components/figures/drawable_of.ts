import type { DrawnFigure } from "@/pipeline/cells/figure.ts";
import type { Drawable } from "./drawable.ts";
import { barsFigure } from "./kinds/bars.ts";
import { beeswarmFigure } from "./kinds/beeswarm.ts";
import { beforeAfterFigure } from "./kinds/before_after.ts";
import { confusionFigure } from "./kinds/confusion.ts";
import { correlationFigure } from "./kinds/correlation.ts";
import { dotsFigure } from "./kinds/dots.ts";
import { histogramFigure } from "./kinds/histogram.ts";
import { leaderboardFigure } from "./kinds/leaderboard.ts";
import { linesFigure } from "./kinds/lines.ts";
import { missingMapFigure } from "./kinds/missing_map.ts";
import { ranksFigure } from "./kinds/ranks.ts";
import { reliabilityFigure } from "./kinds/reliability.ts";
import { scoresFigure } from "./kinds/scores.ts";
import { sharesFigure } from "./kinds/shares.ts";
import { trialsFigure } from "./kinds/trials.ts";

/** How a figure is drawn and told: one file a type in `kinds/`, one line here. */
export function drawableOf(figure: DrawnFigure): Drawable {
  switch (figure.type) {
    case "histogram":
      return histogramFigure(figure);
    case "before-after":
      return beforeAfterFigure(figure);
    case "bars":
      return barsFigure(figure);
    case "confusion":
      return confusionFigure(figure);
    case "lines":
      return linesFigure(figure);
    case "dots":
      return dotsFigure(figure);
    case "beeswarm":
      return beeswarmFigure(figure);
    case "missing-map":
      return missingMapFigure(figure);
    case "correlation":
      return correlationFigure(figure);
    case "shares":
      return sharesFigure(figure);
    case "scores":
      return scoresFigure(figure);
    case "reliability":
      return reliabilityFigure(figure);
    case "ranks":
      return ranksFigure(figure);
    case "leaderboard":
      return leaderboardFigure(figure);
    case "trials":
      return trialsFigure(figure);
  }
}
