import { z } from "zod";

/**
 * One text as published. `text` is canonical: every offset anywhere is a UTF-16 index into it.
 * `id` is `d` and the first 24 hex digits of the SHA-256 of `text`, so the same text is the same document.
 * `original` is the SHA-256 of the bytes as they came.
 */
export const Document = z.object({
  id: z.string().min(1),
  url: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  author: z.string().optional(),
  /** ISO 8601, a day or an instant. */
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, "not an ISO 8601 date")
    .optional(),
  /** BCP 47 tag, `und` where unknown. Only `en` is coded. */
  language: z.string().min(2),
  text: z.string(),
  original: z.string().regex(/^[0-9a-f]{64}$/, "not a SHA-256 in hex"),
});
export type Document = z.infer<typeof Document>;
