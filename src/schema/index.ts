/** The shapes that travel between the floors of the house. */
export * from "./analysis.ts";
export * from "./blocs.ts";
export * from "./brief.ts";
export * from "./catalogue.ts";
export * from "./desk.ts";
export * from "./document.ts";
export * from "./errors.ts";
export * from "./explanation.ts";
export * from "./incident.ts";
export * from "./measures.ts";
export * from "./plover.ts";
export * from "./reading.ts";
export * from "./readouts.ts";
export * from "./search.ts";
export * from "./span.ts";
export * from "./watch.ts";
