/** The parts of Observable Plot that figures use; it is loaded in the browser, when a figure is first drawn. */
export { dot, lineY, plot, rectY, ruleX, ruleY } from "@observablehq/plot";
