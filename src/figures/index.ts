/** Numbers to SVG: the same figure in page, PDF and mail. Each figure has its words and the table of its data. */
export { type FigureOptions, svgText } from "./frame.ts";
export type { FigureTable } from "./table.ts";
export { type TimelineData, timelineFigure, timelineTable, timelineText } from "./timeline.ts";
