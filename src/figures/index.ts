/** Numbers to SVG: the same figure in page, PDF and mail. Each figure has its words and the table of its data. */
export { type ActivityData, activityFigure, activityTable, activityText } from "./activity-figure.ts";
export { type BlocsFigureData, blocsFigure, blocsTable, blocsText } from "./blocs-figure.ts";
export { type CalendarData, calendarFigure, calendarTable, calendarText } from "./calendar-figure.ts";
export { type DepthFigureData, depthFigure, depthTable, depthText } from "./depth-figure.ts";
export { type DirectedFigureData, directedFigure, directedTable, directedText } from "./directed-figure.ts";
export { type FigureOptions, svgText } from "./frame.ts";
export type { IndexFigureData, MarkedIncident } from "./index-axes.ts";
export { indexFigure } from "./index-figure.ts";
export { indexTable, indexText } from "./index-words.ts";
export { type MapData, mapFigure, mapTable, mapText } from "./map-figure.ts";
export { type ReadoutsFigureData, readoutsFigure, readoutsTable, readoutsText } from "./readouts-figure.ts";
export {
  type SimilarityFigureData,
  type SimilarityPoint,
  type SimilaritySeries,
  similarityFigure,
  similarityTable,
  similarityText,
} from "./similarity-figure.ts";
export type { FigureTable } from "./table.ts";
export { type ThirdStateFigureData, thirdStateFigure, thirdStateTable, thirdStateText } from "./third-state-figure.ts";
export { type TimelineData, timelineFigure, timelineTable, timelineText } from "./timeline.ts";
export { MONTHS, monthInWords } from "./words.ts";
