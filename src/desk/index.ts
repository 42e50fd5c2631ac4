/** What Entente can do, one function each. */
export { explainAll } from "./explain.ts";
export { blocsSvg, MEASURE_FIGURES, measureFigure, readoutsSvg } from "./figure.ts";
export { installationFolder } from "./installation.ts";
export { subscriptionsIn } from "./jobs/requests.ts";
export type { JobDesk, LogPage, Refreshed, SubscriptionDesk } from "./jobs/types.ts";
export { importFolder, isExported, restoreFolder } from "./keeping/folders.ts";
export { readLines } from "./lines.ts";
export { LocalDesk } from "./local.ts";
export { type OpenOptions, openDesk, whenFree } from "./open.ts";
export { alliancePositions, type PositionTable, votePositions } from "./position-files.ts";
export { readAll } from "./read.ts";
export { loadKnowledge, loadReader, loadWhole } from "./reader.ts";
export { RemoteDesk } from "./remote.ts";
export type { ReviewDesk } from "./reviews/types.ts";
export { announceService, findService, withdrawService } from "./service-file.ts";
export { type IdealPointRow, idealPointRows, type SimilarityRow, similarityRows } from "./similarity.ts";
export type { AddOptions, Desk, Original, StateName } from "./types.ts";
export { type Schedule, startSchedule } from "./watch/schedule.ts";
