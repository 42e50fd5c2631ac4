/** What reading needs: integer products that give the same bits on every machine. Twin: kernels/plain.ts. */
export * from "./project";
export * from "./infer";
